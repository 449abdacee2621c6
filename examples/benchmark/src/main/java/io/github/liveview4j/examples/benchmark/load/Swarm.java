package io.github.liveview4j.examples.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Many pages and one thread, which has to call everything in here. Time passes in {@link #turn}: nothing is read or connected
 * outside of it.
 */
public final class Swarm implements AutoCloseable {

    /** An id belongs to one page of a process: a page that comes back under it would be resumed. */
    private static final AtomicLong IDS =
            new AtomicLong(ThreadLocalRandom.current().nextInt(1_000_000) * 1_000_000L);

    private static final int READ_BYTES = 1 << 20;
    private static final int FEW_BYTES = 4096;
    private static final int MOST_PENDING = 128;
    private static final int PORTS_OF_AN_ADDRESS = 20_000;
    private static final int GOING_AWAY = 1001;
    private static final long PATIENCE_SECONDS = 30;
    private static final Traffic NOBODY = (page, bytes, from, to) -> {};

    private final List<Endpoint> endpoints;
    private final int stalled;
    private final Selector selector;
    private final List<Page> pages = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private final byte[] bytes = new byte[READ_BYTES];
    private final Consumer<SelectionKey> ready = this::ready;
    private final byte[] welcome;
    private ByteBuffer out = ByteBuffer.allocateDirect(1 << 16);
    private int mask = ThreadLocalRandom.current().nextInt();
    private Traffic traffic = NOBODY;
    private int count;
    private int started;
    private int opened;
    private int gone;
    private boolean isClosing;
    private String firstFailure = "";

    /**
     * Describes pages that are not connected yet.
     *
     * @param endpoints the servers, of one dialect; pages go to them in turn
     * @param stalled how many of them, the last, stop to read once they are open
     */
    public Swarm(List<Endpoint> endpoints, int stalled) {
        this.endpoints = List.copyOf(endpoints);
        this.stalled = stalled;
        Dialect dialect = endpoints.get(0).dialect();
        this.welcome = Bytes.of(dialect.mark(Dialect.Heard.WELCOME));
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens pages until there are so many, and returns how many seconds it took.
     *
     * @throws IllegalStateException where one is refused or closed, or after half a minute and 10 ms a page
     */
    public double open(int pagesInAll) {
        count = pagesInAll;
        long start = System.nanoTime();
        long giveUp = start + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS + count / 100);
        while (opened + gone < count) {
            while (started < count && started - opened - gone < MOST_PENDING) {
                start(started++);
            }
            turn(20);
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException("Only " + opened + " of " + count + " pages are open, " + gone
                        + " were refused or closed. " + firstFailure);
            }
        }
        if (gone > 0) {
            throw new IllegalStateException(gone + " of " + count + " pages were refused. " + firstFailure);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        pages.subList(count - stalled, count).forEach(page -> page.key.interestOps(0));
        return seconds;
    }

    /** Waits for something to happen, at most so many milliseconds, and does what is to be done. */
    public void turn(int millis) {
        try {
            if (millis <= 0) {
                selector.selectNow(ready);
            } else {
                selector.select(ready, millis);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets so many seconds pass. */
    public void pass(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            turn((int) Math.min(20, 1 + left / 1_000_000));
        }
    }

    /** Returns how many were closed by the server or by an error since they were open. */
    public int gone() {
        return gone;
    }

    List<Page> pages() {
        return pages;
    }

    int stalled() {
        return stalled;
    }

    Dialect dialect() {
        return endpoints.get(0).dialect();
    }

    void traffic(Traffic now) {
        traffic = now;
    }

    /** Sends a text; the array is masked on the way and worth nothing afterwards. */
    void send(Page page, byte[] payload, int length) {
        send(page, ClientFrame.TEXT, payload, length);
    }

    void message(Page page, byte[] message, int from, int to) {
        if (page.state == Page.State.GREETING && Bytes.indexOf(message, from, to, welcome) >= 0) {
            opened(page);
            return;
        }
        traffic.message(page, message, from, to);
    }

    void pong(Page page, byte[] message, int from, int to) {
        byte[] payload = Arrays.copyOfRange(message, from, to);
        send(page, ClientFrame.PONG, payload, payload.length);
    }

    void closed(Page page, int code) {
        lose(page, "A socket was closed with " + code);
    }

    private void start(int index) {
        Endpoint endpoint = endpoints.get(index % endpoints.size());
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (index >= count - stalled) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, FEW_BYTES);
            }
            if (index >= PORTS_OF_AN_ADDRESS) {
                channel.bind(new InetSocketAddress("127.0.0." + (1 + index / PORTS_OF_AN_ADDRESS), 0));
            }
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            Page page = new Page(this, index, IDS.incrementAndGet(), channel, key);
            page.startedAt = System.nanoTime();
            key.attach(page);
            pages.add(page);
            if (channel.connect(new InetSocketAddress(Endpoint.HOST, endpoint.port()))) {
                connected(page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not open socket " + index + "; is the limit of open files too low?", e);
        }
    }

    private void ready(SelectionKey key) {
        Page page = (Page) key.attachment();
        try {
            if (key.isValid() && key.isConnectable()) {
                page.channel.finishConnect();
                connected(page);
            } else {
                if (key.isValid() && key.isWritable()) {
                    writeRest(page);
                }
                if (key.isValid() && key.isReadable()) {
                    read(page);
                }
            }
        } catch (IOException | IllegalStateException e) {
            lose(page, String.valueOf(e.getMessage()));
        }
    }

    private void connected(Page page) throws IOException {
        Endpoint endpoint = endpoints.get(page.index % endpoints.size());
        page.state = Page.State.SHAKING;
        page.key.interestOps(SelectionKey.OP_READ);
        byte[] request = Handshake.request(
                Endpoint.HOST,
                endpoint.port(),
                endpoint.dialect().path(page.id),
                endpoint.dialect().headers(page.id));
        write(page, ByteBuffer.wrap(request));
    }

    private void read(Page page) throws IOException {
        for (int turn = 0; turn < 4 && page.state != Page.State.CLOSED; turn++) {
            in.clear();
            int read = page.channel.read(in);
            if (read < 0) {
                lose(page, "A socket was closed without a frame");
                return;
            }
            in.flip().get(bytes, 0, read);
            if (page.state == Page.State.SHAKING) {
                shake(page, read);
            } else {
                page.parser.feed(bytes, 0, read, page);
            }
            if (read < READ_BYTES) {
                return;
            }
        }
    }

    private void shake(Page page, int read) {
        int had = page.head.length;
        byte[] head = Arrays.copyOf(page.head, had + read);
        System.arraycopy(bytes, 0, head, had, read);
        int end = Handshake.end(head, head.length);
        page.head = head;
        if (end < 0) {
            return;
        }
        page.head = new byte[0];
        page.state = Page.State.GREETING;
        byte[] hello =
                Bytes.of(endpoints.get(page.index % endpoints.size()).dialect().hello(page.id));
        send(page, hello, hello.length);
        page.parser.feed(head, end, head.length, page);
    }

    private void opened(Page page) {
        page.state = Page.State.OPEN;
        opened++;
    }

    private void send(Page page, int opcode, byte[] payload, int length) {
        if (page.state == Page.State.CLOSED) {
            return;
        }
        if (out.capacity() < length + ClientFrame.OVERHEAD) {
            out = ByteBuffer.allocateDirect(2 * length + ClientFrame.OVERHEAD);
        }
        out.clear();
        mask = mask * 1_664_525 + 1_013_904_223;
        ClientFrame.write(out, opcode, payload, length, mask);
        try {
            write(page, out.flip());
        } catch (IOException e) {
            lose(page, String.valueOf(e.getMessage()));
        }
    }

    private void write(Page page, ByteBuffer buffer) throws IOException {
        ByteBuffer before = page.pending;
        if (before == null) {
            page.channel.write(buffer);
            if (!buffer.hasRemaining()) {
                return;
            }
            page.key.interestOpsOr(SelectionKey.OP_WRITE);
        }
        int had = before == null ? 0 : before.remaining();
        ByteBuffer rest = ByteBuffer.allocate(had + buffer.remaining());
        if (before != null) {
            rest.put(before);
        }
        page.pending = rest.put(buffer).flip();
    }

    private void writeRest(Page page) throws IOException {
        ByteBuffer rest = page.pending;
        if (rest != null) {
            page.channel.write(rest);
            if (rest.hasRemaining()) {
                return;
            }
        }
        page.pending = null;
        page.key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }

    private void lose(Page page, String why) {
        if (page.state == Page.State.CLOSED) {
            return;
        }
        if (!isClosing) {
            firstFailure = firstFailure.isEmpty() ? why : firstFailure;
            opened -= page.state == Page.State.OPEN ? 1 : 0;
            gone++;
        }
        drop(page);
    }

    private static void drop(Page page) {
        page.state = Page.State.CLOSED;
        try {
            page.channel.close();
        } catch (IOException e) {
            // As good as closed.
        }
    }

    /** Says farewell as a browser does that leaves, and waits a moment for the server to do so too. */
    @Override
    public void close() {
        isClosing = true;
        traffic = NOBODY;
        for (Page page : pages) {
            if (page.isOpen()) {
                page.key.interestOps(SelectionKey.OP_READ);
                send(page, ClientFrame.CLOSE, new byte[] {(byte) (GOING_AWAY >> 8), (byte) GOING_AWAY}, 2);
            }
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (pages.stream().anyMatch(Page::isOpen) && System.nanoTime() - end < 0) {
            turn(20);
        }
        pages.forEach(Swarm::drop);
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

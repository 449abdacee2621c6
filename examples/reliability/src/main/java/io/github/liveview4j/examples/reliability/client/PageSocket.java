package io.github.liveview4j.examples.reliability.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The WebSocket of a page, without a thread of its own. For the thread of its loop. */
final class PageSocket {

    static final int ABNORMAL = 1006;

    /** Is told what happens to the socket, each on the loop's thread; after {@code closed} nothing more. */
    interface Listener {
        void opened(PageSocket socket);

        void heard(PageSocket socket);

        void received(PageSocket socket, byte[] message);

        void closed(PageSocket socket, int code);
    }

    private final SocketLoop loop;
    private final Listener listener;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final FrameReader frames = new FrameReader();
    private final StringBuilder handshake = new StringBuilder();
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private boolean open;
    private boolean over;

    PageSocket(SocketLoop loop, int port, String path, Listener listener) throws IOException {
        this.loop = loop;
        this.listener = listener;
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        unsent.add(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nOrigin: http://localhost:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Protocol: liveview.v2\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        key = loop.register(channel, SelectionKey.OP_CONNECT, this::ready);
    }

    boolean isOpen() {
        return open && !over;
    }

    void send(byte[] message) {
        if (isOpen()) {
            unsent.add(FrameReader.encode(FrameReader.TEXT, message));
            attempt(this::write);
        }
    }

    /** Stops reading, or goes on: the server sees a client that has frozen. */
    void stall(boolean stall) {
        if (isOpen()) {
            key.interestOps(stall ? 0 : SelectionKey.OP_READ);
        }
    }

    /** Closes in good order, and does not wait for the answer. */
    void close() {
        if (isOpen()) {
            unsent.add(FrameReader.encode(FrameReader.CLOSE, new byte[] {3, (byte) 232}));
            attempt(this::write);
        }
        end();
    }

    /** Resets the connection. */
    void cut() {
        attempt(() -> channel.setOption(StandardSocketOptions.SO_LINGER, 0));
        end();
    }

    private void ready(int operations) {
        attempt(() -> {
            if ((operations & SelectionKey.OP_CONNECT) != 0) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                write();
            }
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                write();
            }
            if ((operations & SelectionKey.OP_READ) != 0) {
                read();
            }
        });
    }

    private void read() throws IOException {
        ByteBuffer buffer = loop.buffer();
        if (channel.read(buffer) < 0) {
            throw new IOException("ended");
        }
        buffer.flip();
        if (!open) {
            shakeHands(buffer);
        }
        if (isOpen()) {
            listener.heard(this);
            frames.read(buffer, this::accept);
        }
    }

    private void shakeHands(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining() && !open) {
            handshake.append((char) buffer.get());
            if (handshake.length() > 3 && handshake.lastIndexOf("\r\n\r\n") == handshake.length() - 4) {
                if (!handshake.toString().startsWith("HTTP/1.1 101")) {
                    throw new IOException("refused: " + handshake);
                }
                open = true;
                listener.opened(this);
            }
        }
    }

    private void accept(int opcode, byte[] payload) {
        if (over) {
            return;
        }
        if (opcode == FrameReader.CLOSE) {
            lost(payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) + (payload[1] & 0xff));
        } else if (opcode == FrameReader.TEXT || opcode == FrameReader.BINARY) {
            listener.received(this, payload);
        } else if (opcode == FrameReader.PING) {
            unsent.add(FrameReader.encode(FrameReader.PING + 1, payload));
            attempt(this::write);
        }
    }

    private void write() throws IOException {
        for (ByteBuffer next = unsent.peek(); next != null; next = unsent.peek()) {
            channel.write(next);
            if (next.hasRemaining()) {
                key.interestOpsOr(SelectionKey.OP_WRITE);
                return;
            }
            unsent.remove();
        }
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(Attempt attempt) {
        try {
            if (!over) {
                attempt.run();
            }
        } catch (IOException e) {
            lost(ABNORMAL);
        }
    }

    private void lost(int code) {
        if (!over) {
            end();
            listener.closed(this, code);
        }
    }

    private void end() {
        over = true;
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }
}

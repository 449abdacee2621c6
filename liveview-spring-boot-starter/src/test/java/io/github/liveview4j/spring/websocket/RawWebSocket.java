package io.github.liveview4j.spring.websocket;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket client on a plain socket, so that a test can say what a well-behaved client would not: any header, any bytes,
 * and reading nothing at all.
 */
public final class RawWebSocket implements AutoCloseable {

    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;

    /** What the server said; a close has its code as text. */
    public record Received(int opcode, String text, long at) {}

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String statusLine;
    private final List<String> responseHeaders = new ArrayList<>();
    private final Queue<String> objects = new ArrayDeque<>();
    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();

    private RawWebSocket(int port, String path, List<String> headers, int receiveBuffer, @Nullable SSLSocketFactory tls)
            throws IOException {
        Socket plain = new Socket();
        if (receiveBuffer > 0) {
            plain.setReceiveBufferSize(receiveBuffer);
        }
        plain.connect(new InetSocketAddress("localhost", port));
        socket = tls == null ? plain : tls.createSocket(plain, "localhost", port, true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        statusLine = line();
        for (String header = line(); !header.isEmpty(); header = line()) {
            responseHeaders.add(header);
        }
    }

    /** Opens a page of the bundled client's dialect, from the server's own origin. */
    public static RawWebSocket v2(int port, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Origin: http://localhost:" + port);
        all.add("Sec-WebSocket-Protocol: liveview.v2");
        return open(port, path, all);
    }

    /** Opens a page of the first dialect, from the server's own origin. */
    public static RawWebSocket v1(int port, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Origin: http://localhost:" + port);
        return open(port, path, all);
    }

    /** Asks for an upgrade with exactly these headers, and reads what comes. */
    public static RawWebSocket open(int port, String path, List<String> headers) {
        RawWebSocket socket = stalled(port, path, headers, 0);
        return socket.status() == 101 ? socket.startReading() : socket;
    }

    /** Opens a page that reads nothing until {@link #startReading()}. */
    static RawWebSocket stalled(int port, String path, List<String> headers, int receiveBuffer) {
        return stalled(port, path, headers, receiveBuffer, null);
    }

    /** The same, encrypted if a factory is given. */
    static RawWebSocket stalled(
            int port, String path, List<String> headers, int receiveBuffer, @Nullable SSLSocketFactory tls) {
        try {
            return new RawWebSocket(port, path, headers, receiveBuffer, tls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawWebSocket startReading() {
        Thread reader = new Thread(this::read, "raw-websocket");
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    public int status() {
        return Integer.parseInt(statusLine.split(" ")[1]);
    }

    public List<String> responseHeaders() {
        return responseHeaders;
    }

    public RawWebSocket hello() {
        send("{\"type\":\"hello\",\"page\":\"page-" + Integer.toHexString(System.identityHashCode(this))
                + "-0123456789\"}");
        return this;
    }

    public void send(String text) {
        frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public void sendBinary(byte[] bytes) {
        frame(BINARY, bytes);
    }

    void ping(byte[] payload) {
        frame(PING, payload);
    }

    /** Ends the connection as a network that breaks does: without a word, and what is under way is lost. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the server says next, a frame or an object of one that has several, waiting for it at most ten seconds. */
    public String next() {
        String waiting = objects.poll();
        if (waiting != null) {
            return waiting;
        }
        String text = nextReceived().text();
        // What was missed counts only in the frame of its welcome; any other array is as good as its objects one by
        // one.
        if (!text.startsWith("[{") || text.contains("\"type\":\"welcome\"")) {
            return text;
        }
        addObjects(text);
        return objects.remove();
    }

    private void addObjects(String array) {
        int depth = 0;
        int begin = 0;
        boolean isText = false;
        for (int i = 1; i < array.length() - 1; i++) {
            char next = array.charAt(i);
            if (isText && next == '\\') {
                i++;
            } else if (next == '"') {
                isText = !isText;
            } else if (!isText && next == '{' && depth++ == 0) {
                begin = i;
            } else if (!isText && next == '}' && --depth == 0) {
                objects.add(array.substring(begin, i + 1));
            }
        }
    }

    Received nextReceived() {
        try {
            Received next = received.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing came within ten seconds");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    LinkedBlockingQueue<Received> received() {
        return received;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Sends a part of a message that does not end with it; returns whether the connection took it. */
    public boolean fragment(int opcode, byte[] payload) {
        try {
            write(opcode, payload);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private void frame(int opcode, byte[] payload) {
        write(0x80 | opcode, payload);
    }

    private void write(int start, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(start);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65536) {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        // A mask of zeros is a mask.
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        try {
            synchronized (out) {
                out.write(frame.toByteArray());
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            int opcode = 0;
            while (true) {
                int start = in.readUnsignedByte();
                opcode = (start & 0x0f) == 0 ? opcode : start & 0x0f;
                long length = in.readUnsignedByte();
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                byte[] payload = in.readNBytes((int) length);
                long at = System.nanoTime();
                if (opcode == CLOSE) {
                    int code = payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) + (payload[1] & 0xff);
                    received.add(new Received(CLOSE, "close " + code, at));
                    return;
                }
                message.writeBytes(payload);
                if ((start & 0x80) != 0) {
                    received.add(new Received(opcode, message.toString(StandardCharsets.UTF_8), at));
                    message.reset();
                }
            }
        } catch (IOException e) {
            received.add(new Received(CLOSE, "close 1006", System.nanoTime()));
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

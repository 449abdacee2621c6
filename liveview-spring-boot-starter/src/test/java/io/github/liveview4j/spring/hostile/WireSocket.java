package io.github.liveview4j.spring.hostile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A TCP connection that says any bytes, and reads what a server answers. For one thread. */
final class WireSocket implements AutoCloseable {

    private static final int PATIENCE = 10_000;

    private final Socket socket;
    private final DataInputStream in;

    WireSocket(int port) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        // No port waits for late packets: there are only so many, and tests use them up.
        socket.setSoLinger(true, 0);
        socket.connect(new InetSocketAddress("localhost", port), PATIENCE);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    static String handshake(int port, String... headers) {
        StringBuilder request = new StringBuilder("GET /ws/liveview/room HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: http://localhost:" + port
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** Opens a WebSocket. */
    static WireSocket open(int port, String... headers) throws IOException {
        WireSocket socket = new WireSocket(port);
        socket.say(handshake(port, headers).getBytes(StandardCharsets.ISO_8859_1));
        int status = socket.status();
        if (status != 101) {
            socket.close();
            throw new IOException("Expected 101, got " + status);
        }
        return socket;
    }

    static WireSocket page(int port) throws IOException {
        return open(port, "Sec-WebSocket-Protocol: liveview.v2");
    }

    void say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Throws away what the server has said so far, so that it can go on. */
    void overhear() throws IOException {
        for (int ready = in.available(); ready > 0; ready = in.available()) {
            in.skipNBytes(ready);
        }
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Reads the head of an answer; returns its status, or -1 where the server has hung up. */
    int status() throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.1 ")) {
            return -1;
        }
        while (!line().isEmpty()) {
            // Headers are of no interest.
        }
        return Integer.parseInt(first.substring(9, 12));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /**
     * Waits for a pong to a ping with this body, or for the end; returns {@code "open"}, or how it was closed.
     *
     * @param untilTheEnd whether a pong is not enough: a close may be said by another thread, a little later
     */
    String stateAfterPing(String body, boolean untilTheEnd) {
        try {
            say(WireBytes.frame(WireBytes.PING, body.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            // What was said before the end can still be read.
        }
        try {
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = payload();
                int opcode = first & 0x0f;
                if (opcode == WireBytes.CLOSE) {
                    return "closed " + (payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | payload[1] & 0xff);
                }
                if (!untilTheEnd
                        && opcode == WireBytes.PONG
                        && new String(payload, StandardCharsets.ISO_8859_1).equals(body)) {
                    return "open";
                }
            }
        } catch (java.net.SocketTimeoutException e) {
            return "silent";
        } catch (IOException e) {
            return "dropped";
        }
    }

    private byte[] payload() throws IOException {
        long length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return in.readNBytes((int) length);
    }

    /** Returns the text of the next message of the server. */
    String next() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = payload();
            if ((first & 0x0f) <= WireBytes.BINARY) {
                return new String(payload, StandardCharsets.UTF_8);
            }
            if ((first & 0x0f) == WireBytes.CLOSE) {
                return "closed " + (payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | payload[1] & 0xff);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

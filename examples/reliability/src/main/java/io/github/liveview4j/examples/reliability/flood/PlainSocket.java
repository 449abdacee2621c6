package io.github.liveview4j.examples.reliability.flood;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket on a plain socket, which sends what it is told and reads what comes. For one thread that writes and one that reads. */
final class PlainSocket implements AutoCloseable {

    static final int TEXT = 0x81;
    static final int PING = 0x89;

    private static final int CLOSE = 8;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final int status;

    /**
     * Connects.
     *
     * @param from the address that a proxy in front of the server would have seen, or empty for none
     */
    PlainSocket(int port, String path, String from) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress("localhost", port));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        write(handshake(port, path, from).getBytes(StandardCharsets.ISO_8859_1));
        String line = line();
        status = line.length() < 12 ? 0 : Integer.parseInt(line.substring(9, 12));
        while (!line.isEmpty()) {
            line = line();
        }
    }

    static String handshake(int port, String path, String from) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: liveview.v2\r\n"
                + (from.isEmpty() ? "" : "X-Forwarded-For: " + from + "\r\n") + "\r\n";
    }

    int status() {
        return status;
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void text(String text) throws IOException {
        write(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes a frame; its mask is of zeros. */
    static byte[] frame(int start, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(start);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(new byte[] {0, 0, 0, 0, 0});
            frame.write(payload.length >> 16);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** Returns the text of the next frame; "close" with its code where the server closes. */
    String read() throws IOException {
        int start = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        byte[] payload =
                in.readNBytes(length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length);
        if ((start & 0x0f) == CLOSE) {
            return "close " + (payload.length < 2 ? 0 : ((payload[0] & 0xff) << 8) + (payload[1] & 0xff));
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** Throws away what comes, until nothing more does. */
    void drain() {
        byte[] rest = new byte[65_536];
        try {
            int read = 0;
            while (read >= 0) {
                read = in.read(rest);
            }
        } catch (IOException e) {
            // It is over.
        }
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

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // As good as closed.
        }
    }
}

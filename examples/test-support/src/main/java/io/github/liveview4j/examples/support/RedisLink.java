package io.github.liveview4j.examples.support;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * The few words of the Redis protocol that the bench itself needs, on a plain socket: a driver would reconnect, retry and queue,
 * which is what is under test. For one thread.
 */
final class RedisLink implements AutoCloseable {

    private final Socket socket = new Socket();
    private final DataInputStream in;

    RedisLink(int port) throws IOException {
        socket.connect(new InetSocketAddress("localhost", port), 1_000);
        socket.setSoTimeout(5_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Says one thing to the server at a port and returns the answer as text, an error's beginning with a minus. */
    static String ask(int port, String... command) {
        try (RedisLink link = new RedisLink(port)) {
            return link.ask(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ask(String... command) throws IOException {
        StringBuilder request = new StringBuilder("*" + command.length + "\r\n");
        for (String word : command) {
            request.append("$" + word.getBytes(StandardCharsets.UTF_8).length + "\r\n" + word + "\r\n");
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return answer();
    }

    private String answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        switch (line.charAt(0)) {
            case '-':
                return line;
            case '$':
                return Integer.parseInt(rest) < 0 ? "" : bulk(Integer.parseInt(rest));
            case '*':
                StringJoiner items = new StringJoiner("\n");
                for (int left = Integer.parseInt(rest); left > 0; left--) {
                    items.add(answer());
                }
                return items.toString();
            default:
                return rest;
        }
    }

    private String bulk(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        in.readNBytes(2);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

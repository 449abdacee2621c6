package io.github.liveview4j.spring.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection that says to Redis whatever a test wants, without a client that knows better. */
final class RawRedis implements Closeable {

    private final Socket socket;
    private final InputStream in;

    RawRedis(String host, int port) throws IOException {
        this.socket = new Socket(host, port);
        this.in = new BufferedInputStream(socket.getInputStream());
        socket.setSoTimeout(5000);
    }

    /** Returns the answer as text; the elements of an array with a line break after each. */
    String command(byte[]... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(RedisKeys.bytes("*" + words.length + "\r\n"));
        for (byte[] word : words) {
            out.write(RedisKeys.bytes("$" + word.length + "\r\n"));
            out.write(word);
            out.write(RedisKeys.bytes("\r\n"));
        }
        socket.getOutputStream().write(out.toByteArray());
        return read();
    }

    private String read() throws IOException {
        String line = line();
        String rest = line.substring(1);
        if (line.startsWith("$") && !rest.equals("-1")) {
            byte[] value = in.readNBytes(Integer.parseInt(rest));
            line();
            return new String(value, StandardCharsets.ISO_8859_1);
        }
        if (line.startsWith("*")) {
            StringBuilder all = new StringBuilder();
            for (int i = Integer.parseInt(rest); i > 0; i--) {
                all.append(read()).append('\n');
            }
            return all.toString();
        }
        return rest;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        in.read();
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

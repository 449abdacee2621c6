package io.github.liveview4j.examples.benchmark.load;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hand-written application's dialect, spoken by a server that delivers what it is told and not what it was sent. */
final class WrongServer implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("@@(\\d+)@@");

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Map<Integer, List<Integer>> instead;

    /** Starts it; a note whose number is a key is replaced by those of the value, any other goes to all as it is. */
    WrongServer(Map<Integer, List<Integer>> instead) throws IOException {
        this.instead = instead;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                thread(() -> serve(socket));
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            head += (char) in.readUnsignedByte();
        }
        write(
                socket,
                ("HTTP/1.1 101 \r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
        while (true) {
            Matcher number = NUMBER.matcher(text(in));
            if (!number.find()) {
                write(socket, FrameParserTests.frame(0x81, Bytes.of("{\"welcome\":true}")));
                continue;
            }
            int asked = Integer.parseInt(number.group(1));
            for (int each : instead.getOrDefault(asked, List.of(asked))) {
                byte[] note = FrameParserTests.frame(0x81, Bytes.of("note @@" + each + "@@"));
                for (Socket page : sockets) {
                    write(page, note);
                }
            }
        }
    }

    private static String text(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        byte[] mask = new byte[4];
        int length = in.readUnsignedByte() & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length;
        in.readFully(mask);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static void write(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other side has gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.history.IdSet;
import io.github.liveview4j.examples.reliability.history.Position;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The wire's additions in a hundred lines, with one lock and a log that remembers a little: what pages are tried on, and what
 * the contract is tried on. It can lose its history, and can leave out an update on a connection, which makes a hole.
 */
final class ModelServer implements AutoCloseable {

    private static final int REMEMBERED = 200;

    private record Entry(String room, long first, long seq, long id) {}

    private final ServerSocket listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Entry> log = new ArrayList<>();
    private final Map<String, IdSet> model = new HashMap<>();
    private final Random random = new Random(7);
    private String epoch = "epoch-0";
    private int holesIn;

    ModelServer() throws IOException {
        start(() -> {
            while (true) {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    /** One in so many deliveries is left out. */
    void leaveOut(int oneIn) {
        holesIn = oneIn;
    }

    synchronized void publish(String room, long id) {
        model.computeIfAbsent(room, name -> new IdSet()).add(id);
        long first = 1
                + log.stream()
                        .filter(entry -> entry.room().equals(room))
                        .mapToLong(Entry::seq)
                        .max()
                        .orElse(0);
        Entry entry = new Entry(room, first, log.size() + 1, id);
        log.add(entry);
        for (Socket socket : sockets) {
            if (holesIn == 0 || random.nextInt(holesIn) > 0) {
                send(socket, update(entry));
            }
        }
    }

    /** What a Redis without persistence does when it is restarted. */
    synchronized void loseHistory() {
        log.clear();
        epoch = "epoch-" + System.nanoTime();
        sockets.forEach(socket -> send(socket, "{\"type\":\"resync\"," + place(0) + "}"));
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader request = new BufferedReader(new InputStreamReader(socket.getInputStream()), 1);
        String line = request.readLine();
        String rooms = line.startsWith("GET /page") ? line.split("[= ]")[2] : null;
        while (!line.isEmpty()) {
            line = request.readLine();
        }
        if (rooms != null) {
            byte[] page = page(rooms).getBytes(StandardCharsets.UTF_8);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + page.length + "\r\n\r\n").getBytes());
            out.write(page);
            socket.close();
            return;
        }
        socket.getOutputStream().write("HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes());
        converse(socket);
    }

    private synchronized String page(String rooms) {
        StringBuilder page = new StringBuilder("<script src=\"x\" defer data-position=\"" + epoch + ":" + log.size()
                + "\" data-token=\"t\"></script>");
        for (String room : rooms.split(",")) {
            page.append("<ul id=\"" + room + "\" data-shown=\"" + model.getOrDefault(room, new IdSet()) + "\"></ul>");
        }
        return page.toString();
    }

    private void converse(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                int length = in.readUnsignedByte() & 0x7f;
                length = length == 126 ? in.readUnsignedShort() : length;
                in.readInt();
                byte[] payload = in.readNBytes(length);
                if (opcode == FrameReader.CLOSE) {
                    return;
                }
                for (JsonNode message : Json.read(payload)) {
                    if (Json.text(message, "type").equals("hello")) {
                        welcome(socket, Json.position(message));
                    }
                }
            }
        } finally {
            sockets.remove(socket);
            socket.close();
        }
    }

    private synchronized void welcome(Socket socket, @Nullable Position from) {
        boolean whole = from != null && from.isOf(epoch) && from.seq() >= log.size() - REMEMBERED;
        StringBuilder answer = new StringBuilder("[");
        if (whole) {
            log.subList((int) from.seq(), log.size())
                    .forEach(entry -> answer.append(update(entry)).append(','));
        }
        answer.append("{\"type\":\"welcome\",\"heartbeat\":20000,\"resumed\":true," + place(log.size())
                + (whole ? "" : ",\"resync\":true") + "}]");
        send(socket, answer.toString());
        if (!sockets.contains(socket)) {
            sockets.add(socket);
        }
    }

    private String update(Entry entry) {
        return "{\"type\":\"update\",\"room\":\"" + entry.room() + "\",\"first\":" + entry.first() + ","
                + place(entry.seq()) + ",\"updates\":[{\"html\":\"" + entry.id() + "\"}]}";
    }

    private String place(long seq) {
        return "\"epoch\":\"" + epoch + "\",\"seq\":" + seq;
    }

    private static void send(Socket socket, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        try {
            socket.getOutputStream().write(frame.put(payload).array(), 0, frame.position());
        } catch (IOException gone) {
            // Its reader notices.
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException ended) {
                // A connection, or the server itself.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}

package io.github.liveview4j.examples.reliability.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.liveview4j.examples.reliability.history.IdSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is true, kept by the process that runs the test and asked by every node: the messages of each room, stored before they
 * are published, and how often each call ran.
 *
 * <p>{@code GET /model?r0,r1} answers a line {@code room=ids} for each; {@code POST /ran?key} counts. For any thread.
 */
public final class Ledger implements AutoCloseable {

    private final Map<String, IdSet> rooms = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> lastIds = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(8, task -> {
        Thread worker = new Thread(task, "ledger");
        worker.setDaemon(true);
        return worker;
    });
    private final HttpServer server;

    /** Starts to answer, on a free port of this machine. */
    public Ledger() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/model", exchange -> answer(exchange, model(query(exchange))));
        server.createContext("/ran", exchange -> answer(exchange, "" + ran(query(exchange))));
        server.setExecutor(workers);
        server.start();
    }

    /** Returns the port that nodes ask. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stores a new message of a room and returns its id: what is published afterwards is in every model loaded from now on. */
    public long store(String room) {
        long id = lastIds.computeIfAbsent(room, name -> new AtomicInteger()).incrementAndGet();
        room(room).add(id);
        return id;
    }

    /** Returns the messages of a room. */
    public IdSet room(String room) {
        return rooms.computeIfAbsent(room, name -> new IdSet());
    }

    /** Returns how often the call with this key ran. */
    public int runs(String key) {
        AtomicInteger count = runs.get(key);
        return count == null ? 0 : count.get();
    }

    private int ran(String key) {
        return runs.computeIfAbsent(key, name -> new AtomicInteger()).incrementAndGet();
    }

    private String model(String names) {
        StringJoiner lines = new StringJoiner("\n");
        for (String name : names.split(",")) {
            lines.add(name + "=" + room(name));
        }
        return lines.toString();
    }

    private static String query(HttpExchange exchange) {
        return exchange.getRequestURI().getQuery();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}

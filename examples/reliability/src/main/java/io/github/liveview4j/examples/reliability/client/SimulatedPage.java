package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.client.ClientRules.Decision;
import io.github.liveview4j.examples.reliability.history.PageHistory;
import io.github.liveview4j.examples.reliability.history.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A page without a browser. It loads, says hello with its position, follows its rooms, comes back when it loses its socket, and
 * fetches itself when it is told to, as the library's own client does in a browser.
 *
 * <p>Public methods may be called from any thread; what they ask for happens on the thread of the loop.
 */
public final class SimulatedPage {

    private static final int HANDSHAKE_LIMIT = 10_000;
    private static final int RESYNC_SPREAD = 500;

    private final SocketLoop loop;
    private final PageLoader loader;
    private final PageSettings settings;
    private final IntSupplier ports;
    private final Random random;
    private final PageHistory history;
    private final PageState state;
    private final SentCalls sent = new SentCalls();
    private final List<PageCall> queue = new ArrayList<>();
    private final Map<String, String> receipts = new LinkedHashMap<>();
    private final Backoff backoff;
    private final Backoff resyncs;
    private final Heartbeat heartbeat;
    private final String address;
    private SocketLoop.@Nullable Timer timer;
    private @Nullable PageSocket socket;
    private @Nullable String token;
    private boolean loaded;
    private boolean fetchAgain;
    private boolean closed;
    private Runnable onLoad = () -> {};
    private volatile boolean connected;
    private volatile long lostAt;
    private volatile long connectedAt;
    private volatile int connections;
    private volatile int lastClose;
    private volatile int port;
    private volatile int resyncCount;
    private volatile boolean fetching;

    SimulatedPage(
            SocketLoop loop,
            PageLoader loader,
            PageSettings settings,
            IntSupplier ports,
            Random random,
            PageHistory history) {
        this.loop = loop;
        this.loader = loader;
        this.settings = settings;
        this.ports = ports;
        this.random = random;
        this.history = history;
        state = new PageState(history);
        backoff = new Backoff(settings.retryMin(), settings.retryMax(), random);
        resyncs = new Backoff(settings.retryMin(), settings.retryMax(), random);
        heartbeat = new Heartbeat(loop, () -> send(Map.of("type", "ping")), () -> lose(PageSocket.ABNORMAL));
        String digits = String.format("%016x%016x", random.nextLong(), random.nextLong());
        address =
                "/ws/liveview/" + digits.substring(0, 12) + "4" + digits.substring(13, 16) + "a" + digits.substring(17);
    }

    /** Loads the page and keeps it connected until it is {@linkplain #close() closed}. */
    public void open() {
        loop.execute(this::load);
    }

    void whenLoaded(Runnable told) {
        onLoad = told;
    }

    /** Leaves. */
    public void close() {
        loop.execute(() -> {
            closed = true;
            connected = false;
            heartbeat.watch(0);
            if (socket != null) {
                socket.close();
            }
        });
    }

    /** Resets its connection, as a network does. */
    public void cut() {
        loop.execute(() -> {
            if (socket != null) {
                socket.cut();
                lose(PageSocket.ABNORMAL);
            }
        });
    }

    /** Stops reading, or goes on: the server sees a page that has frozen. */
    public void stall(boolean stall) {
        loop.execute(() -> {
            if (socket != null) {
                socket.stall(stall);
            }
        });
    }

    /** Calls a handler; the outcome is {@code ok}, an error's code, or {@code unknown}. */
    public CompletableFuture<String> call(String function, Map<String, String> data) {
        PageCall call = new PageCall(function, data, new CompletableFuture<>());
        loop.execute(() -> {
            if (connected) {
                sendCall(sent.add(call), call);
            } else {
                queue.add(call);
            }
        });
        return call.outcome();
    }

    /** Tells whether it is connected and up to date with what it was told at its last hello. */
    public boolean isConnected() {
        return connected;
    }

    /** Tells whether it is connected and has nothing to fetch. */
    public boolean isWhole() {
        return connected && !fetching;
    }

    /** Returns how often it had to fetch itself. */
    public int resyncs() {
        return resyncCount;
    }

    /** Returns the port that its socket is connected to, or is on its way to. */
    public int port() {
        return port;
    }

    /** Returns how often it was connected. */
    public int connections() {
        return connections;
    }

    /** Returns when it lost its last connection, by {@link System#nanoTime()}. */
    public long lostAt() {
        return lostAt;
    }

    /** Returns when it had its last connection, by {@link System#nanoTime()}. */
    public long connectedAt() {
        return connectedAt;
    }

    /** Returns the close code of the last connection that it lost, 1006 where there was none. */
    public int lastClose() {
        return lastClose;
    }

    /** Tells whether it shows a message. */
    public boolean shows(String room, long id) {
        return state.shows(room, id);
    }

    /** Returns how many messages of a room it shows. */
    public int count(String room) {
        return state.count(room);
    }

    /** Returns what happened to it. */
    public PageHistory history() {
        return history;
    }

    /** Returns what it is like. */
    public PageSettings settings() {
        return settings;
    }

    private void load() {
        int port = ports.getAsInt();
        loader.load(port, settings.rooms())
                .whenComplete((page, failure) -> loop.execute(() -> {
                    if (closed) {
                        return;
                    }
                    if (failure != null || fetchAgain) {
                        fetchAgain = false;
                        loop.schedule((loaded ? resyncs : backoff).next(), this::load);
                    } else {
                        take(page, port);
                    }
                }));
    }

    private void take(LoadedPage page, int port) {
        state.fetched(page);
        fetching = false;
        token = page.token() == null ? token : page.token();
        if (!loaded) {
            loaded = true;
            onLoad.run();
            backoff.reset();
            long delay = settings.connectDelay().toMillis();
            loop.schedule(delay == 0 ? 0 : random.nextLong(delay), () -> connect(port));
        } else {
            resyncs.reset();
            hello();
        }
    }

    private void connect(int port) {
        if (closed) {
            return;
        }
        cancelTimer();
        this.port = port;
        timer = loop.schedule(HANDSHAKE_LIMIT, () -> lose(PageSocket.ABNORMAL));
        try {
            socket = new PageSocket(loop, port, address, new Events());
        } catch (IOException e) {
            lose(PageSocket.ABNORMAL);
        }
    }

    private void lose(int code) {
        PageSocket lost = socket;
        socket = null;
        if (connected) {
            lostAt = System.nanoTime();
            lastClose = code;
        }
        connected = false;
        heartbeat.watch(0);
        cancelTimer();
        if (lost != null) {
            lost.close();
        }
        if (!closed) {
            timer = loop.schedule(backoff.next(), () -> connect(ports.getAsInt()));
        }
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
        }
    }

    private void hello() {
        if (socket == null || !socket.isOpen()) {
            return;
        }
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("type", "hello");
        hello.put("page", history.page());
        hello.put("lang", "en");
        hello.put("done", sent.done());
        Position position = state.rules().position();
        if (position != null) {
            hello.put("epoch", position.epoch());
            hello.put("seq", position.seq());
        }
        if (token != null) {
            hello.put("token", token);
        }
        if (!receipts.isEmpty()) {
            hello.put("rooms", receipts);
        }
        state.rules().saidHello();
        send(hello);
    }

    private void send(Map<String, ?> message) {
        if (socket != null) {
            socket.send(Json.write(message));
        }
    }

    private void sendCall(long id, PageCall call) {
        send(Map.of(
                "type",
                "call",
                "id",
                id,
                "function",
                call.function(),
                "data",
                call.data(),
                "form",
                List.of(),
                "done",
                sent.done()));
    }

    private final class Events implements PageSocket.Listener {

        @Override
        public void opened(PageSocket opened) {
            if (opened == socket) {
                state.rules().reconnected();
                hello();
            }
        }

        @Override
        public void heard(PageSocket from) {
            if (from == socket) {
                heartbeat.heard();
            }
        }

        @Override
        public void received(PageSocket from, byte[] frame) {
            List<JsonNode> messages = Json.read(frame);
            int welcome = -1;
            for (int i = 0; i < messages.size(); i++) {
                welcome = Json.text(messages.get(i), "type").equals("welcome") ? i : welcome;
            }
            for (int i = 0; i < messages.size() && from == socket; i++) {
                receive(messages.get(i), i < welcome);
            }
        }

        @Override
        public void closed(PageSocket lost, int code) {
            if (lost == socket) {
                lose(code);
            }
        }
    }

    private void receive(JsonNode message, boolean withWelcome) {
        switch (Json.text(message, "type")) {
            case "update" -> update(message, withWelcome);
            case "welcome" -> welcome(message);
            case "reply" -> reply(message);
            case "resync" -> resync(Json.position(message));
            case "joined" -> joined(message);
            case "left" -> {
                receipts.remove(Json.text(message, "room"));
                state.left(Json.text(message, "room"));
            }
            case "ping" -> {
                state.pinged(Json.position(message));
                send(Map.of("type", "pong"));
            }
            case "retry" -> retry(Json.number(message, "after"));
            default -> {
                // Pongs say nothing, and what is not known is passed over.
            }
        }
    }

    private void update(JsonNode update, boolean withWelcome) {
        boolean applied;
        if (update.has("seq")) {
            Decision decision = state.update(update, withWelcome);
            if (decision == Decision.ASK) {
                hello();
            }
            applied = decision == Decision.APPLY;
        } else {
            applied = sent.accepts(Json.number(update, "call"), Json.number(update, "n"));
        }
        for (JsonNode each : update.path("updates")) {
            JsonNode refresh = each.path("call");
            if (applied && !refresh.isMissingNode()) {
                call(Json.text(refresh, "function"), Map.of());
            }
        }
    }

    private void welcome(JsonNode welcome) {
        state.welcomed(Json.position(welcome));
        if (!connected) {
            cancelTimer();
            backoff.reset();
            heartbeat.watch(Json.number(welcome, "heartbeat"));
            connected = true;
            connectedAt = System.nanoTime();
            connections++;
            List<PageCall> unknown = welcome.path("resumed").asBoolean(false) ? List.of() : sent.abandon();
            sent.unanswered().forEach(this::sendCall);
            queue.forEach(call -> sendCall(sent.add(call), call));
            queue.clear();
            unknown.forEach(call -> call.outcome().complete("unknown"));
            if (!unknown.isEmpty()) {
                resync(null);
            }
        }
        if (welcome.path("resync").asBoolean(false)) {
            resync(Json.position(welcome));
        }
    }

    private void resync(@Nullable Position position) {
        // A fetch that is under way may be of before.
        fetchAgain = state.rules().isFetching();
        fetching = true;
        resyncCount++;
        state.resync(position);
        if (!fetchAgain) {
            loop.schedule(random.nextInt(RESYNC_SPREAD), this::load);
        }
    }

    private void reply(JsonNode reply) {
        PageCall call = sent.settle(Json.number(reply, "id"));
        if (call != null) {
            JsonNode error = reply.path("error");
            call.outcome().complete(error.isMissingNode() ? "ok" : Json.text(error, "code"));
        }
    }

    private void joined(JsonNode joined) {
        Position from = Json.position(joined);
        if (from != null) {
            receipts.put(Json.text(joined, "room"), Json.text(joined, "receipt"));
            state.joined(Json.text(joined, "room"), from);
        }
    }

    private void retry(long after) {
        lose(1000);
        cancelTimer();
        if (!closed) {
            timer = loop.schedule(Math.max(0, after), () -> connect(ports.getAsInt()));
        }
    }
}

package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.history.PageHistory;
import io.github.liveview4j.examples.reliability.history.Position;
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

    private static final int RESYNC_SPREAD = 500;

    private final SocketLoop loop;
    private final PageLoader loader;
    private final PageSettings settings;
    private final IntSupplier ports;
    private final Random random;
    private final PageHistory history;
    private final PageState state;
    private final PageIdentity identity;
    private final PageConnection connection;
    private final PageCalls calls;
    private final PageInbox inbox;
    private final Backoff loads;
    private boolean loaded;
    private boolean fetchAgain;
    private Runnable onLoad = () -> {};
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
        Reactions reactions = new Reactions();
        state = new PageState(history);
        identity = new PageIdentity(history.page());
        connection = new PageConnection(loop, settings, ports, random, reactions);
        calls = new PageCalls(connection);
        inbox = new PageInbox(reactions, state, identity, connection, calls);
        loads = new Backoff(settings.retryMin(), settings.retryMax(), random);
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
        loop.execute(connection::close);
    }

    /** Resets its connection, as a network does. */
    public void cut() {
        loop.execute(connection::cut);
    }

    /** Stops reading, or goes on: the server sees a page that has frozen. */
    public void stall(boolean stall) {
        loop.execute(() -> connection.stall(stall));
    }

    /** Calls a handler; the outcome is {@code ok}, an error's code, or {@code unknown}. */
    public CompletableFuture<String> call(String function, Map<String, String> data) {
        PageCall call = new PageCall(function, data, new CompletableFuture<>());
        loop.execute(() -> calls.make(call));
        return call.outcome();
    }

    /** Tells whether it is connected and up to date with what it was told at its last hello. */
    public boolean isConnected() {
        return connection.isConnected();
    }

    /** Tells whether it is connected and has nothing to fetch. */
    public boolean isWhole() {
        return isConnected() && !fetching;
    }

    /** Returns how often it had to fetch itself. */
    public int resyncs() {
        return resyncCount;
    }

    /** Returns the port that its socket is connected to, or is on its way to. */
    public int port() {
        return connection.port();
    }

    /** Returns how often it was connected. */
    public int connections() {
        return connection.connections();
    }

    /** Returns when it lost its last connection, by {@link System#nanoTime()}. */
    public long lostAt() {
        return connection.lostAt();
    }

    /** Returns when it had its last connection, by {@link System#nanoTime()}. */
    public long connectedAt() {
        return connection.connectedAt();
    }

    /** Returns the close code of the last connection that it lost, 1006 where there was none. */
    public int lastClose() {
        return connection.lastClose();
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
                    if (connection.isClosed()) {
                        return;
                    }
                    if (failure != null || fetchAgain) {
                        fetchAgain = false;
                        loop.schedule(loads.next(), this::load);
                    } else {
                        take(page, port);
                    }
                }));
    }

    private void take(LoadedPage page, int port) {
        state.fetched(page);
        fetching = false;
        identity.loaded(page.token());
        loads.reset();
        if (!loaded) {
            loaded = true;
            onLoad.run();
            long delay = settings.connectDelay().toMillis();
            loop.schedule(delay == 0 ? 0 : random.nextLong(delay), () -> connection.connect(port));
        } else {
            hello();
        }
    }

    private void hello() {
        if (connection.isOpen()) {
            Map<String, Object> hello = identity.hello(state.rules().position(), calls.done());
            state.rules().saidHello();
            connection.send(hello);
        }
    }

    /** What the connection and its messages make the page do. */
    private final class Reactions implements PageConnection.Listener, PageInbox.Page {

        @Override
        public void opened() {
            state.rules().reconnected();
            SimulatedPage.this.hello();
        }

        @Override
        public void received(JsonNode message, boolean withWelcome) {
            inbox.receive(message, withWelcome);
        }

        @Override
        public void hello() {
            SimulatedPage.this.hello();
        }

        @Override
        public void resync(@Nullable Position position) {
            // A fetch that is under way may be of before.
            fetchAgain = state.rules().isFetching();
            fetching = true;
            resyncCount++;
            state.resync(position);
            if (!fetchAgain) {
                loop.schedule(random.nextInt(RESYNC_SPREAD), SimulatedPage.this::load);
            }
        }

        @Override
        public void refresh(String function) {
            call(function, Map.of());
        }
    }
}

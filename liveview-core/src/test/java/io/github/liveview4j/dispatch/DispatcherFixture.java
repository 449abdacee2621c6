package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.handler.HandlerMethod;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.render.FragmentRequest;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.DirectDelivery;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.RoomFixture;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.SessionLimits;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dispatcher over the real codec, sessions and handlers, with hand-made browsers, broadcasts, templates and time. */
final class DispatcherFixture {

    static final String PAGE = "page-0123456789-abcdef";
    static final String HELLO = "{\"type\":\"hello\",\"page\":\"" + PAGE + "\"}";

    /** What a template that cannot be rendered says; for the log, never for a browser. */
    static final String SECRET = "hunter2";

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final AtomicInteger ids = new AtomicInteger();

    final LiveViewSessionRegistry registry = new LiveViewSessionRegistry();
    final LiveViewSessions sessions = new LiveViewSessions(registry, SessionLimits.DEFAULTS);
    final HandlerMethodRegistry handlers = new HandlerMethodRegistry();
    final AtomicLong nanos = new AtomicLong(System.nanoTime());
    final RoomLog log = RoomFixture.log(registry, new DirectDelivery(), HistoryLimits.DEFAULTS, nanos::get);

    /** A line for every broadcast: audience, language, messages. */
    final List<String> broadcasts = new CopyOnWriteArrayList<>();

    private final List<LiveViewMiddleware> middlewares = new ArrayList<>();
    private final List<LiveViewExceptionResolver> resolvers = new ArrayList<>();
    private CallScope scope = CallScope.none();
    private List<Locale> locales = List.of();
    private PageTokens tokens = tokens("a key that all nodes of the tests have");
    private Duration heartbeat = HEARTBEAT;
    private Duration retention = PageSettings.RETENTION;
    private boolean stateful;
    private Doors doors = Doors.OPEN;
    private volatile @Nullable String assets;
    private volatile Runnable asked = () -> {};
    private volatile Runnable looked = () -> {};
    private volatile boolean failing;
    private @Nullable LiveViewDispatcher dispatcher;

    DispatcherFixture(Object... beans) {
        handlers.fill(Stream.of(beans).flatMap(DispatcherFixture::handlersOf).toList());
    }

    private static Stream<HandlerMethod> handlersOf(Object bean) {
        return Stream.of(bean.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(LiveViewHandler.class))
                .map(method -> HandlerMethod.of(() -> bean, method, method, List.of(), List.of()));
    }

    DispatcherFixture with(LiveViewMiddleware... links) {
        middlewares.addAll(List.of(links));
        return this;
    }

    DispatcherFixture resolving(LiveViewExceptionResolver... more) {
        resolvers.addAll(List.of(more));
        return this;
    }

    DispatcherFixture in(CallScope other) {
        scope = other;
        return this;
    }

    DispatcherFixture supporting(Locale... languages) {
        locales = List.of(languages);
        return this;
    }

    static PageTokens tokens(String secret) {
        return RoomFixture.tokens(secret, Clock.systemUTC());
    }

    DispatcherFixture signing(PageTokens other) {
        tokens = other;
        return this;
    }

    DispatcherFixture beating(Duration interval) {
        heartbeat = interval;
        return this;
    }

    DispatcherFixture remembering(Duration time) {
        retention = time;
        return this;
    }

    DispatcherFixture behind(Doors other) {
        doors = other;
        return this;
    }

    DispatcherFixture keepingState() {
        stateful = true;
        return this;
    }

    void serves(String newAssets) {
        assets = newAssets;
    }

    /** Does something once the next page says hello, before it is welcome. */
    void whenAskedForAssets(Runnable action) {
        asked = () -> {
            asked = () -> {};
            action.run();
        };
    }

    PageTokens tokens() {
        return tokens;
    }

    void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    void failNextLook() {
        failing = true;
    }

    /** Does something once the clock is looked at next, as at the beginning of a hello. */
    void whenTheClockIsLookedAt(Runnable action) {
        looked = () -> {
            looked = () -> {};
            action.run();
        };
    }

    private long now() {
        looked.run();
        if (failing) {
            failing = false;
            throw new IllegalStateException("no time");
        }
        return nanos.get();
    }

    LiveViewDispatcher dispatcher() {
        LiveViewDispatcher known = dispatcher;
        if (known == null) {
            known = new LiveViewDispatcher(
                    new JacksonMessageCodec(),
                    handlers,
                    middlewares,
                    resolvers,
                    new MessageRenderer(DispatcherFixture::render),
                    this::sender,
                    registry,
                    log,
                    tokens,
                    scope,
                    new PageSettings(locales, heartbeat, retention, stateful, doors),
                    () -> {
                        asked.run();
                        return assets;
                    },
                    this::now);
            dispatcher = known;
        }
        return known;
    }

    /** A v2 socket that has not said hello. */
    Browser socket() {
        return socket("lobby", "liveview.v2", null);
    }

    Browser socket(String room, @Nullable String subprotocol, @Nullable String user) {
        return socket(room, subprotocol, user, Map.of());
    }

    Browser socket(String room, @Nullable String subprotocol, @Nullable String user, Bearer.Session http) {
        return socket(room, subprotocol, user, Map.of(LiveViewDispatcher.HTTP_SESSION, http));
    }

    /** A v2 socket of somebody who is counted. */
    Browser of(Peer peer) {
        return socket("lobby", "liveview.v2", null, Map.of(Peer.ATTRIBUTE, peer));
    }

    /** A v2 session whose handshake had a header. */
    LiveViewSession with(String header) {
        LiveViewHandshake handshake =
                LiveViewHandshake.builder().header("Cookie", header).build();
        return socket("lobby", "liveview.v2", null, Map.of(LiveViewDispatcher.HANDSHAKE, handshake)).session;
    }

    private Browser socket(
            String room, @Nullable String subprotocol, @Nullable String user, Map<String, Object> known) {
        Map<String, Object> attributes = new HashMap<>(known);
        attributes.put(LiveViewDispatcher.LOCALE, Locale.FRENCH);
        Principal principal = user == null ? null : () -> user;
        return new Browser(
                (wire, to) ->
                        sessions.create("s" + ids.incrementAndGet(), room, subprotocol, principal, attributes, wire),
                dispatcher());
    }

    /** A v2 socket of {@link #PAGE} after its welcome. */
    Browser page() {
        Browser browser = socket().says(HELLO);
        browser.hears();
        return browser;
    }

    /** A session that no frame comes from. */
    LiveViewSession session(String room, @Nullable String user) {
        return socket(room, "liveview.v2", user).session;
    }

    static String welcome(boolean resumed) {
        return welcome(resumed, 0);
    }

    static String welcome(boolean resumed, long seq) {
        return "{\"type\":\"welcome\",\"heartbeat\":15000,\"resumed\":" + resumed + ",\"epoch\":\"" + RoomFixture.EPOCH
                + "\",\"seq\":" + seq + "}";
    }

    /** A welcome that tells the page to fetch itself. */
    static String resync(boolean resumed, long seq) {
        return welcome(resumed, seq).replace("}", ",\"resync\":true}");
    }

    static String reply(long id) {
        return "{\"type\":\"reply\",\"id\":" + id + "}";
    }

    private static String render(FragmentRequest request) {
        if (request.name().template().equals("broken")) {
            throw new LiveViewException("The template has " + SECRET);
        }
        return "<p>" + request.name() + " " + request.model() + " " + request.locale() + "</p>";
    }

    private LiveViewBroadcaster.Sender sender(LiveViewBroadcaster.Audience audience) {
        return new Recording(audience, "default");
    }

    private final class Recording implements LiveViewBroadcaster.Sender {

        private final LiveViewBroadcaster.Audience audience;
        private final String language;

        Recording(LiveViewBroadcaster.Audience audience, String language) {
            this.audience = audience;
            this.language = language;
        }

        @Override
        public LiveViewBroadcaster.Sender in(Locale locale) {
            return new Recording(audience, locale.toString());
        }

        @Override
        public LiveViewBroadcaster.Sender except(LiveViewConsumer page) {
            return new Recording(audience, language + " without " + page.id());
        }

        @Override
        public CompletionStage<Outcome> send(LiveViewMessage... messages) {
            broadcasts.add(audience + " " + language + " " + List.of(messages));
            return CompletableFuture.completedStage(Outcome.SEQUENCED);
        }

        @Override
        public CompletionStage<Outcome> refresh(String handler, Map<String, ?> data) {
            return send(LiveViewMessage.page().call(handler, data));
        }
    }
}

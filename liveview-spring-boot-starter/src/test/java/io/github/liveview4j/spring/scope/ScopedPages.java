package io.github.liveview4j.spring.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.dispatch.LiveViewConnection;
import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.Wire;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import io.github.liveview4j.spring.request.RequestScopes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.util.ReflectionTestUtils;

/** Pages of a dispatcher without a server: their frames are handed over, and kept. */
final class ScopedPages {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LiveViewDispatcher dispatcher;
    private final LiveViewSessions sessions;
    private final RequestScopes scopes;
    private final Look look;

    private ScopedPages(LiveViewDispatcher dispatcher, LiveViewSessions sessions, RequestScopes scopes, Look look) {
        this.dispatcher = dispatcher;
        this.sessions = sessions;
        this.scopes = scopes;
        this.look = look;
    }

    /** A handler that lets a test have the consumer. */
    private abstract static class Look {

        volatile @Nullable LiveViewConsumer seen;

        @LiveViewHandler
        void look(LiveViewConsumer consumer) {
            seen = consumer;
        }
    }

    static void run(Consumer<ScopedPages> test) {
        Look look = new Look() {};
        new WebApplicationContextRunner()
                .withPropertyValues("liveview.page-token=optional")
                .withConfiguration(AutoConfigurations.of(LiveViewAutoConfiguration.class))
                .withBean(Look.class, () -> look)
                .run(context -> test.accept(new ScopedPages(
                        context.getBean(LiveViewDispatcher.class),
                        context.getBean(LiveViewSessions.class),
                        context.getBean(RequestScopes.class),
                        look)));
    }

    RequestScopes scopes() {
        return scopes;
    }

    Opened open(String name) {
        Opened page = new Opened(name, "liveview.v2");
        page.says("{\"type\":\"hello\",\"page\":\"" + name + "-0123456789abcdef\"}");
        return page.looked("{\"type\":\"call\",\"id\":1,\"function\":\"look\"}");
    }

    Opened openOfFirstDialect(String name) {
        return new Opened(name, null).looked("{\"function\":\"look\"}");
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** A page that is open. */
    final class Opened implements Wire {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final LiveViewConnection connection;
        private volatile boolean open = true;
        private @Nullable LiveViewConsumer consumer;

        private Opened(String name, @Nullable String subprotocol) {
            LiveViewSession session = sessions.create(name, "room", subprotocol, null, Map.of(), this);
            connection = dispatcher.open(session);
        }

        private Opened looked(String call) {
            says(call);
            consumer = Objects.requireNonNull(look.seen);
            return this;
        }

        private void says(String frame) {
            connection.receive(frame.getBytes(StandardCharsets.UTF_8));
        }

        LiveViewConsumer consumer() {
            return Objects.requireNonNull(consumer);
        }

        /** What the page keeps for its end; {@code null} where there is nothing. */
        @Nullable
        Object actionsAtItsEnd() {
            Object page = ReflectionTestUtils.getField(consumer(), "page");
            return ReflectionTestUtils.getField(ReflectionTestUtils.getField(page, "end"), "actions");
        }

        List<String> heard() {
            return heard;
        }

        /** Does something as a call of the page, on this thread. */
        <T extends @Nullable Object> T call(Supplier<T> work) {
            try (RequestScopes.Scope scope = scopes.open(Map.of(), Locale.ENGLISH, consumer())) {
                return work.get();
            }
        }

        void hangUp() {
            open = false;
            connection.closed();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void send(Frame frame) {
            heard.add(frame.text());
        }

        @Override
        public void sendAsync(Frame frame, Completion completion) {
            send(frame);
            completion.sent();
        }

        @Override
        public void close(CloseReason reason) {
            open = false;
        }
    }
}

package io.github.liveview4j.test;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.room.RoomName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A broadcaster that exists only in a test, and keeps what is sent and to whom: for unit tests of services and handlers.
 *
 * <pre>{@code
 * TestBroadcaster live = new TestBroadcaster();
 * new Orders(live).ship(7);
 * assertThat(live.sentTo(room("order:7"))).singleElement().satisfies(m -> assertThat(m.target()).isEqualTo("#state"));
 * }</pre>
 *
 * <p>It refuses what the real one refuses: a room of a name that none may have, and a {@code url} for more than one page. Nothing waits for a
 * transaction. For any
 * thread.
 */
public final class TestBroadcaster implements LiveViewBroadcaster {

    /**
     * What was sent at once.
     *
     * @param audience to which pages; a record, so that {@code room("order:7")} of the test equals that of the code
     * @param except the one of them that was left out, or {@code null}
     * @param locale the language that was chosen for templates, or {@code null}
     * @param isAtOnce whether it was not to wait for the commit of a transaction
     * @param messages what each of the others gets
     */
    public record Sent(
            Audience audience,
            @Nullable LiveViewConsumer except,
            @Nullable Locale locale,
            boolean isAtOnce,
            List<LiveViewMessage> messages) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<Audience> disconnected = new CopyOnWriteArrayList<>();
    private volatile Outcome outcome = Outcome.SEQUENCED;

    /** Creates a broadcaster whose broadcasts all arrive. */
    public TestBroadcaster() {}

    /** Returns what was sent so far, in order. A picture of the moment. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /**
     * Returns the messages that were sent to an audience so far, in order. A picture of the moment.
     *
     * @param audience the very one: what is sent to everyone is not among what is sent to a room
     */
    public List<LiveViewMessage> sentTo(Audience audience) {
        return sent.stream()
                .filter(one -> one.audience().equals(audience))
                .flatMap(one -> one.messages().stream())
                .toList();
    }

    /** Returns whose pages were disconnected so far, in order. A picture of the moment. */
    public List<Audience> disconnected() {
        return List.copyOf(disconnected);
    }

    /** Forgets what was sent so far, so that a test can look at what comes next alone. */
    public void clear() {
        sent.clear();
        disconnected.clear();
    }

    /**
     * Says what becomes of everything from now on, as if something were broken.
     *
     * @param next the outcome
     */
    public void answer(Outcome next) {
        outcome = next;
    }

    @Override
    public Sender to(Audience audience) {
        RoomName.of(audience);
        return new Recorder(audience, null, null, false);
    }

    private final class Recorder implements Sender {

        private final Audience audience;
        private final @Nullable LiveViewConsumer except;
        private final @Nullable Locale locale;
        private final boolean isAtOnce;

        Recorder(Audience audience, @Nullable LiveViewConsumer except, @Nullable Locale locale, boolean isAtOnce) {
            this.audience = audience;
            this.except = except;
            this.locale = locale;
            this.isAtOnce = isAtOnce;
        }

        @Override
        public Sender in(Locale chosen) {
            return new Recorder(audience, except, chosen, isAtOnce);
        }

        @Override
        public Sender except(LiveViewConsumer page) {
            return new Recorder(audience, page, locale, isAtOnce);
        }

        @Override
        public Sender atOnce() {
            return new Recorder(audience, except, locale, true);
        }

        @Override
        public CompletionStage<Outcome> send(LiveViewMessage... messages) {
            for (LiveViewMessage message : messages) {
                if (!(audience instanceof Audience.Page) && message.effects().containsKey("url")) {
                    throw new IllegalArgumentException(
                            "Expected messages without url for more than one page, as it would change everybody's "
                                    + "address; got " + message);
                }
            }
            if (messages.length > 0) {
                sent.add(new Sent(audience, except, locale, isAtOnce, List.of(messages)));
            }
            return CompletableFuture.completedStage(outcome);
        }

        @Override
        public CompletionStage<Outcome> refresh(String handler, Map<String, ?> data) {
            return send(LiveViewMessage.page().call(handler, data));
        }

        @Override
        public CompletionStage<Outcome> disconnect() {
            disconnected.add(audience);
            return CompletableFuture.completedStage(outcome);
        }
    }
}

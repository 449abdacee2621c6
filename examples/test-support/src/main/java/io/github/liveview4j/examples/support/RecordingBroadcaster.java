package io.github.liveview4j.examples.support;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A broadcaster that exists only in a test, and keeps what is sent and to whom. For one thread. */
public final class RecordingBroadcaster implements LiveViewBroadcaster {

    /**
     * What was sent at once.
     *
     * @param audience to which pages
     * @param except the one of them that was left out, or {@code null}
     * @param messages what each of the others gets
     */
    public record Sent(Audience audience, @Nullable LiveViewConsumer except, List<LiveViewMessage> messages) {}

    private final List<Sent> sent = new ArrayList<>();
    private Outcome outcome = Outcome.SEQUENCED;

    /** Returns what was sent so far, in order. */
    public List<Sent> sent() {
        return sent;
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
        return new Recorder(audience, null);
    }

    private final class Recorder implements Sender {

        private final Audience audience;
        private final @Nullable LiveViewConsumer except;

        Recorder(Audience audience, @Nullable LiveViewConsumer except) {
            this.audience = audience;
            this.except = except;
        }

        @Override
        public Sender in(Locale locale) {
            return this;
        }

        @Override
        public Sender except(LiveViewConsumer page) {
            return new Recorder(audience, page);
        }

        @Override
        public CompletionStage<Outcome> send(LiveViewMessage... messages) {
            sent.add(new Sent(audience, except, List.of(messages)));
            return CompletableFuture.completedStage(outcome);
        }

        @Override
        public CompletionStage<Outcome> refresh(String handler, Map<String, ?> data) {
            return send(LiveViewMessage.page().call(handler, data));
        }
    }
}

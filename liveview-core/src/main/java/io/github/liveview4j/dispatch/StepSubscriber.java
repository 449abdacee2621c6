package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a publisher brings, one step after the other, until it has ended or the page has gone.
 *
 * <p>Asks for the next step when the last one is on its way, so that a publisher that can wait does not run ahead. Called by one
 * thread at a time, as publishers promise; cancelled by any.
 */
final class StepSubscriber implements Flow.Subscriber<List<LiveViewMessage>> {

    private final LiveViewConsumer consumer;
    private final Consumer<@Nullable Throwable> ended;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile Flow.@Nullable Subscription subscription;

    /**
     * Creates a subscriber for one publisher.
     *
     * @param consumer where to send
     * @param ended told once, of the failure or {@code null}
     */
    StepSubscriber(LiveViewConsumer consumer, Consumer<@Nullable Throwable> ended) {
        this.consumer = consumer;
        this.ended = ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription != null) {
            given.cancel();
            return;
        }
        subscription = given;
        if (done.get()) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<LiveViewMessage> step) {
        Flow.Subscription current = subscription;
        if (done.get() || current == null) {
            return;
        }
        try {
            consumer.send(step.toArray(new LiveViewMessage[0]));
            current.request(1);
        } catch (Throwable e) {
            // The end first: whoever refuses a request may refuse to be cancelled, too.
            end(e);
            current.cancel();
        }
    }

    @Override
    public void onError(@Nullable Throwable failure) {
        // No publisher may give none, but one that does has failed all the same.
        end(failure == null ? new NullPointerException("A publisher has failed without saying why") : failure);
    }

    @Override
    public void onComplete() {
        end(null);
    }

    /** Ends it as if there were no more; for a page that nobody looks at. */
    void cancel() {
        Flow.Subscription current = subscription;
        end(null);
        if (current != null) {
            current.cancel();
        }
    }

    private void end(@Nullable Throwable failure) {
        if (done.compareAndSet(false, true)) {
            ended.accept(failure);
        }
    }
}

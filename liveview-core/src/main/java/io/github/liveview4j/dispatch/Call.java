package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.handler.HandlerResult;
import io.github.liveview4j.session.LiveViewSession;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One run of a handler for a page: which messages belong to it, and whether it still runs.
 *
 * <p>The thread of the event makes it, and whoever brings its answer ends it; a handler may send from others meanwhile.
 */
final class Call {

    private final long id;
    private final Locale locale;
    private final AtomicInteger updates = new AtomicInteger();
    private final AtomicBoolean handled = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final ReentrantLock order = new ReentrantLock();
    private volatile LiveViewSession session;
    private volatile CallScope.@Nullable Entered scope;
    private volatile @Nullable Runnable cancellation;
    private volatile @Nullable LiveViewContent content;
    private HandlerResult returned = HandlerResult.NOTHING;

    Call(long id, LiveViewSession session, Locale locale) {
        this.id = id;
        this.session = session;
        this.locale = locale;
    }

    long id() {
        return id;
    }

    /** Returns the page's connection at the moment when the call began, or when the page asked for it again. */
    LiveViewSession session() {
        return session;
    }

    /** Goes on over another connection. */
    void moveTo(LiveViewSession other) {
        session = other;
    }

    /** Returns what the page sent with it, or {@code null} before that is known. */
    @Nullable
    LiveViewContent content() {
        return content;
    }

    void content(LiveViewContent sent) {
        content = sent;
    }

    /** Returns the language that the page was in when the call began. */
    Locale locale() {
        return locale;
    }

    /** Returns the lock under which its frames are kept and sent, so that a repeat has them in the same order. */
    ReentrantLock order() {
        return order;
    }

    boolean isRunning() {
        return running.get();
    }

    /** Returns whether it is this that has ended the call. */
    boolean end() {
        return running.compareAndSet(true, false);
    }

    /** Says what is to be done when nobody waits for the answer any more. */
    void onCancel(Runnable action) {
        cancellation = action;
    }

    void cancel() {
        Runnable action = cancellation;
        if (action != null) {
            action.run();
        }
    }

    /** Keeps the first scope, in which the handler runs and fills the model; a call that goes on later has another one. */
    void entered(CallScope.Entered entered) {
        if (scope == null) {
            scope = entered;
        }
    }

    /** Returns the variables that every template of the call sees. */
    Map<String, Object> model() {
        CallScope.Entered first = scope;
        return first == null ? Map.of() : first.model();
    }

    int nextUpdate() {
        return updates.incrementAndGet();
    }

    void claimHandler() {
        if (!handled.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "The handler has been run for this event; a middleware called the chain twice");
        }
    }

    HandlerResult returned() {
        return returned;
    }

    void returned(HandlerResult result) {
        returned = result;
    }
}

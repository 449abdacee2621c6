package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.handler.HandlerResult;
import io.github.liveview4j.session.LiveViewSession;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a handler for a page: which messages belong to it, and whether it still runs.
 *
 * <p>The thread of the event makes it, and whoever brings its answer ends it; a handler may send from others meanwhile.
 */
final class Call {

    private static final Logger log = LoggerFactory.getLogger(Call.class);

    private final long id;
    private final Locale locale;
    private final AtomicBoolean handled = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final ReentrantLock order = new ReentrantLock();
    private int updates;
    private volatile LiveViewSession session;
    private volatile CallScope.@Nullable Entered first;
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

    /** Returns the lock under which its frames are numbered, kept and sent, so that a repeat has them in the same order. */
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

    /** Does what was said, without an exception. */
    void cancel() {
        Runnable action = cancellation;
        if (action != null) {
            try {
                action.run();
            } catch (Throwable e) {
                // Others are to be cancelled too, and whoever does it cannot help it.
                log.error("The publisher of an answer could not be cancelled", e);
            }
        }
    }

    /** Takes note of a scope that it runs in. The first one keeps the variables: one that is entered for the answer has none. */
    void entered(CallScope.Entered entered) {
        if (first == null) {
            first = entered;
        }
    }

    /** Returns the variables that every template of the call sees. */
    Map<String, Object> model() {
        CallScope.Entered scope = first;
        return scope == null ? Map.of() : scope.model();
    }

    /** Returns the number of its next update; for whoever holds {@link #order()}. */
    int nextUpdate() {
        return ++updates;
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

package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.session.LiveViewSession;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One run of a handler for a page: which messages belong to it, and whether it still runs.
 *
 * <p>The thread of the event makes and ends it; a handler may send from others meanwhile.
 */
final class Call {

    private final long id;
    private final LiveViewSession session;
    private final Locale locale;
    private final AtomicInteger updates = new AtomicInteger();
    private final AtomicBoolean handled = new AtomicBoolean();
    private volatile boolean running = true;
    private List<LiveViewMessage> returned = List.of();

    Call(long id, LiveViewSession session, Locale locale) {
        this.id = id;
        this.session = session;
        this.locale = locale;
    }

    long id() {
        return id;
    }

    /** Returns the page's connection at the moment when the call began. */
    LiveViewSession session() {
        return session;
    }

    /** Returns the language that the page was in when the call began. */
    Locale locale() {
        return locale;
    }

    boolean isRunning() {
        return running;
    }

    void end() {
        running = false;
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

    List<LiveViewMessage> returned() {
        return returned;
    }

    void returned(List<LiveViewMessage> messages) {
        returned = messages;
    }
}

package io.github.liveview4j.session;

import org.jspecify.annotations.Nullable;

/** Hears of the end of an outbox that the outbox itself decided on; called once, on any thread, without a lock. */
interface OutboxOwner {

    /**
     * Must not block: the caller may be on its way to a thousand other browsers.
     *
     * @param cause why a write failed, or {@code null} if the browser was too slow
     */
    void ended(CloseReason reason, @Nullable Throwable cause);
}

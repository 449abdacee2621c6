package io.github.liveview4j.spring.redis;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.room.Broadcast;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A broadcast that has no place yet.
 *
 * <p>Any thread may make it and read what became of it; the rest is the publisher's thread's.
 */
final class Waiting {

    /** What a broadcast costs besides its bytes, so that a thousand of empty ones is bounded too. */
    static final int OVERHEAD = 256;

    private final Broadcast broadcast;
    private final long since;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private long number;
    private byte[] envelope = {};

    /**
     * Makes one.
     *
     * @param broadcast what to say
     * @param since when it came, in nanoseconds of {@link System#nanoTime()}
     */
    Waiting(Broadcast broadcast, long since) {
        this.broadcast = broadcast;
        this.since = since;
    }

    int size() {
        return broadcast.updates().length + OVERHEAD;
    }

    boolean isOlderThan(long nanos, long now) {
        return now - since > nanos;
    }

    /** Gives it the number and the time that it keeps, however often it is sent. */
    void seal(String publisher, long next, long time, EnvelopeSeal seal) {
        number = next;
        envelope = seal.seal(new Envelope(publisher, next, time, broadcast));
    }

    long number() {
        return number;
    }

    byte[] envelope() {
        return envelope;
    }

    CompletionStage<Outcome> outcome() {
        return outcome;
    }

    void complete(Outcome result) {
        outcome.complete(result);
    }
}

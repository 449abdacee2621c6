package io.github.liveview4j.spring.redis;

import io.github.liveview4j.protocol.Position;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node knows of Redis: how far the order has come, and what is wrong. Says in the log when that changes.
 *
 * <p>For any thread.
 */
final class RedisState {

    private static final Logger log = LoggerFactory.getLogger(RedisState.class);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private static final String PUBLISHING = "Broadcasts wait, or fail";
    private static final String READING = "Broadcasts of other nodes may be late";

    private final AtomicReference<@Nullable Position> known = new AtomicReference<>();
    private final AtomicReference<@Nullable Trouble> publishing = new AtomicReference<>();
    private final AtomicReference<@Nullable String> channel = new AtomicReference<>();
    private final AtomicLong channelSaid = new AtomicLong(System.nanoTime() - MINUTE);
    private final AtomicLong lossSaid = new AtomicLong(System.nanoTime() - MINUTE);
    private final AtomicReference<@Nullable String> reading = new AtomicReference<>();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong refusalSaid = new AtomicLong(System.nanoTime() - MINUTE);

    /** Returns how far the order has come by all that is known, or {@code null} before the first answer. */
    @Nullable
    Position known() {
        return known.get();
    }

    /** Notes how far Redis says that it is. */
    void answered(Position position) {
        known.accumulateAndGet(position, RedisState::later);
    }

    /** Notes how far a message of the channel says that it is, which says nothing of another order. */
    void heard(Position position) {
        known.accumulateAndGet(
                position,
                (now, heard) ->
                        now != null && heard != null && now.epoch().equals(heard.epoch()) ? later(now, heard) : now);
    }

    private static @Nullable Position later(@Nullable Position now, @Nullable Position then) {
        boolean isFurther = now != null && then != null && now.epoch().equals(then.epoch()) && now.seq() > then.seq();
        return isFurther ? now : then;
    }

    /**
     * What keeps broadcasts from being published.
     *
     * @param isShownByCheck whether a check that finds nothing shows that it is over
     * @param isTrying whether something is still to be published, which will show it
     */
    private record Trouble(String reason, boolean isShownByCheck, boolean isTrying) {

        Trouble givenUp() {
            return new Trouble(reason, isShownByCheck, false);
        }
    }

    /** Notes what keeps broadcasts from being published. It stays until one is, or until a check shows that it is over. */
    void publishing(RedisTrouble trouble) {
        Trouble before = publishing.getAndSet(new Trouble(trouble.reason(), trouble.isShownByCheck(), true));
        if (before == null) {
            said(PUBLISHING, trouble.reason());
        }
    }

    /** Notes that a broadcast was published. */
    void published() {
        Trouble before = publishing.getAndSet(null);
        if (before != null) {
            over(PUBLISHING, before.reason());
        }
    }

    /** Notes that what was to be published is done with, one way or the other. */
    void doneWithPublishing() {
        publishing.updateAndGet(trouble -> trouble == null ? null : trouble.givenUp());
    }

    /** Notes that a check could write. */
    void writable() {
        Trouble now = publishing.get();
        if (now != null && now.isShownByCheck() && !now.isTrying() && publishing.compareAndSet(now, null)) {
            over(PUBLISHING, now.reason());
        }
    }

    /**
     * Notes why the channel does not take what has its place, {@code null} when it does. Only a broadcast shows it, so that
     * this stays until one is taken.
     */
    void channel(@Nullable String reason) {
        String error = reason == null ? null : "The channel takes no broadcasts: " + reason;
        String before = channel.getAndSet(error);
        if (error != null && isMinuteOver(channelSaid)) {
            log.warn(
                    "{}. They have their places, and nodes find them when they check theirs. May this user publish there?",
                    error);
        } else if (error == null && before != null) {
            log.info("The channel takes broadcasts again");
        }
    }

    private static boolean isMinuteOver(AtomicLong last) {
        long now = System.nanoTime();
        long said = last.get();
        return now - said >= MINUTE && last.compareAndSet(said, now);
    }

    /** Notes that there is another order, or a part of it is gone; whoever may write to Redis can make that happen at will. */
    void begunAnew(Position place) {
        String text = "What was said in rooms is not all there any more; pages fetch themselves. It goes on at {}";
        if (isMinuteOver(lossSaid)) {
            log.warn(text, place);
        } else {
            log.debug(text, place);
        }
    }

    /** Notes what keeps this node from knowing that it has everything, {@code null} for nothing. */
    void reading(@Nullable String reason) {
        String before = reading.getAndSet(reason);
        if (reason != null && before == null) {
            said(READING, reason);
        } else if (reason == null && before != null) {
            over(READING, before);
        }
    }

    private static void said(String consequence, String reason) {
        log.warn("{}: {}. Pages and their calls go on", consequence, reason);
    }

    private static void over(String consequence, String reason) {
        log.info("No longer: {}. It was: {}", consequence, reason);
    }

    /**
     * Counts something that is ignored.
     *
     * @param what says why, after "what stands in Redis as a broadcast and is"
     */
    void refused(String what) {
        long count = refused.incrementAndGet();
        if (isMinuteOver(refusalSaid)) {
            log.warn(
                    "Ignored what stands in Redis as a broadcast and is {}; {} so far. Either a node has another "
                            + "liveview.signing-key or version, or somebody else writes there",
                    what,
                    count);
        }
    }

    long refusals() {
        return refused.get();
    }

    /** Returns what is wrong, or {@code null}. */
    @Nullable
    String trouble() {
        Trouble first = publishing.get();
        if (first != null) {
            return first.reason();
        }
        String second = channel.get();
        return second != null ? second : reading.get();
    }
}

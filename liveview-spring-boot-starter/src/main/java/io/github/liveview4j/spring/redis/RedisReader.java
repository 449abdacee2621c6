package io.github.liveview4j.spring.redis;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.spring.redis.ReadScript.Answer;
import io.github.liveview4j.spring.redis.ReadScript.Entry;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads everything that is said, in order, whatever the channel loses.
 *
 * <p>What comes over the channel in the next place is taken at once. A hole, another order, every new subscription and every
 * few seconds are a reason to ask Redis how far the order has come and to read what is missing from the stream.
 *
 * <p>One thread does all that; any thread may ask it for a check.
 */
final class RedisReader {

    private static final Logger log = LoggerFactory.getLogger(RedisReader.class);

    private static final long RETRY = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST_AT_ONCE = 128;
    private static final int DEAF = 2;
    private static final long ANOTHER_ORDER = Long.MAX_VALUE;

    private final RedisLink link;
    private final RedisState state;
    private final ReadScript script;
    private final LiveFeed feed;
    private final LogFollower follower;
    private final long interval;
    private final Thread thread = new Thread(this::run, "liveview-redis-reader");
    private final CountDownLatch answered = new CountDownLatch(1);
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private volatile boolean stopped;

    private @Nullable String deafness;
    private @Nullable String foreign;
    private long nextCheck = System.nanoTime();
    private long nextTry = System.nanoTime();
    private int most = MOST_AT_ONCE;
    private long heard;
    private int behind;

    RedisReader(
            RedisLink link, RedisState state, RedisKeys keys, LiveFeed feed, LogFollower follower, Duration interval) {
        this.link = link;
        this.state = state;
        this.script = new ReadScript(keys);
        this.feed = feed;
        this.follower = follower;
        this.interval = interval.toNanos();
        thread.setDaemon(true);
    }

    /** Begins to read; returns when that has worked for the first time, or when the patience is at its end. */
    void start(Duration patience) throws InterruptedException {
        thread.start();
        answered.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() throws InterruptedException {
        stopped = true;
        feed.check();
        thread.join(TimeUnit.SECONDS.toMillis(2));
    }

    /** Asks Redis soon, for somebody who wants to know how it is; any thread. */
    CompletableFuture<Void> check() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        asked.add(answer);
        feed.check();
        return answer;
    }

    /** Asks for what the channel did not bring, once however often that is said meanwhile; any thread. */
    void checkSoon() {
        if (isAsked.compareAndSet(false, true)) {
            feed.check();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                step();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (Throwable e) {
                // Also an Error: a reader that is gone would be silence for ever.
                log.error("What Redis says could not be read", e);
                nextCheck = System.nanoTime() + RETRY;
            }
        }
        feed.close();
    }

    private void step() throws InterruptedException {
        if (!feed.isOpen() && System.nanoTime() - nextTry >= 0) {
            open();
        }
        long now = System.nanoTime();
        long pause = feed.isOpen() ? nextCheck - now : Math.min(nextCheck - now, nextTry - now);
        byte[] message = feed.take(Math.max(pause, 0));
        if (stopped) {
            return;
        }
        if (message == null || message == LiveFeed.CHECK) {
            if (message != null || System.nanoTime() - nextCheck >= 0) {
                check(message == null);
            }
        } else {
            hear(message);
        }
    }

    private void open() {
        try {
            feed.open();
            deafness = null;
        } catch (RedisTrouble e) {
            deafness = e.reason();
            state.reading(deafness);
            nextTry = System.nanoTime() + RETRY;
        }
    }

    private void hear(byte[] bytes) {
        LiveMessage message = LiveMessage.parse(bytes);
        if (message == null) {
            state.refused("none");
            return;
        }
        Position place = message.position();
        if (place.epoch().equals(foreign) || ahead(place) <= 0) {
            return;
        }
        Envelope envelope = follower.open(message);
        if (envelope == null) {
            return;
        }
        if (ahead(place) == 1) {
            follower.append(place, envelope, message.envelope());
            state.heard(place);
        } else if (System.nanoTime() - nextTry >= 0 && check(false) && ahead(place) == ANOTHER_ORDER) {
            // Another application's, or long over: not asked about again until the next check.
            foreign = place.epoch();
        }
    }

    /** Returns how many places something is ahead of this node. */
    private long ahead(Position place) {
        Position at = follower.at();
        return at != null && at.epoch().equals(place.epoch()) ? place.seq() - at.seq() : ANOTHER_ORDER;
    }

    private boolean check(boolean isRoutine) {
        isAsked.set(false);
        nextCheck = System.nanoTime() + interval;
        foreign = null;
        try {
            long before = heard;
            heard = feed.received();
            String trouble = catchUp(isRoutine && before == heard);
            most = MOST_AT_ONCE;
            state.reading(deafness != null ? deafness : trouble);
            if (trouble == null) {
                state.writable();
            }
            answered.countDown();
            return true;
        } catch (RedisTrouble e) {
            // An answer may have been too large for the time that it has.
            most = Math.max(1, most / 2);
            if (!stopped) {
                state.reading(e.reason());
            }
            nextTry = System.nanoTime() + RETRY;
            nextCheck = nextTry;
            return false;
        } finally {
            for (CompletableFuture<Void> each = asked.poll(); each != null; each = asked.poll()) {
                each.complete(null);
            }
        }
    }

    /** Reads what is missing; returns why Redis takes no broadcasts, or {@code null}. */
    private @Nullable String catchUp(boolean isQuiet) throws RedisTrouble {
        follower.mend();
        int read = 0;
        Answer answer;
        do {
            answer = script.read(link, follower.at(), follower.last(), most);
            read += answer.entries().size();
            apply(answer);
        } while (!stopped && ahead(answer.position()) > 0);
        follower.caughtUp();
        behind = isQuiet && read > 0 ? behind + 1 : 0;
        if (behind >= DEAF) {
            // Twice there was something of which the channel said nothing: its connection is dead without a word.
            behind = 0;
            feed.close();
        }
        return answer.trouble();
    }

    private void apply(Answer answer) {
        Position there = answer.position();
        state.answered(there);
        if (ahead(there) == ANOTHER_ORDER) {
            long first = answer.entries().isEmpty()
                    ? there.seq()
                    : answer.entries().get(0).seq() - 1;
            follower.restart(new Position(there.epoch(), first));
        }
        boolean isGone = answer.entries().isEmpty();
        for (Entry entry : answer.entries()) {
            Position place = new Position(there.epoch(), entry.seq());
            if (ahead(place) > 1) {
                isGone = true;
                break;
            }
            if (ahead(place) == 1) {
                follower.read(place, entry.envelope());
            }
        }
        if (isGone && ahead(there) > 0) {
            // What comes next is not kept any more. On to the end: what is left would be gone too before it is read,
            // and every page fetches itself in any case.
            follower.restart(there);
        }
    }
}

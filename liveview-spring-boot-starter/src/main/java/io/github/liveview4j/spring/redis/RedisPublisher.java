package io.github.liveview4j.spring.redis;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.Broadcast;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what waits, one call at a time, and says truly what became of it.
 *
 * <p>While Redis is away everything waits, in its order and under the numbers that it has, until it is too old: by its number
 * Redis knows what it has already, so that a batch whose answer was lost can be sent again. What was never sent fails when it
 * is given up, and is then never sent; what may have arrived is unknown.
 *
 * <p>One thread publishes. Another one tells what became of it, so that whoever waits for that there holds up no broadcast.
 */
final class RedisPublisher {

    private static final Logger log = LoggerFactory.getLogger(RedisPublisher.class);

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final RedisLink link;
    private final RedisState state;
    private final RedisKeys keys;
    private final PublishScript script;
    private final ReadScript reader;
    private final String name;
    private final EnvelopeSeal seal;
    private final long patience;
    private final OutageQueue queue;
    private final Runnable unheard;
    private final Thread thread = new Thread(this::run, "liveview-redis-publisher");
    private final ThreadPoolExecutor outcomes;
    private volatile long end = Long.MAX_VALUE;
    private long number;

    /**
     * Makes a publisher that takes broadcasts and does not send them yet.
     *
     * @param name what nobody else has as its name
     * @param unheard called when something has its place that the channel did not take
     */
    RedisPublisher(
            RedisLink link,
            RedisState state,
            RedisKeys keys,
            RedisSettings settings,
            String name,
            EnvelopeSeal seal,
            Runnable unheard) {
        this.link = link;
        this.state = state;
        this.keys = keys;
        this.script = new PublishScript(keys, settings);
        this.reader = new ReadScript(keys);
        this.name = name;
        this.seal = seal;
        this.patience = settings.queueAge().toNanos();
        this.queue = new OutageQueue(settings.queueLength(), settings.queueBytes());
        this.unheard = unheard;
        thread.setDaemon(true);
        this.outcomes = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                RedisPublisher::outcomesThread,
                (task, closed) -> task.run());
        outcomes.allowCoreThreadTimeOut(true);
    }

    private static Thread outcomesThread(Runnable task) {
        Thread made = new Thread(task, "liveview-redis-outcomes");
        made.setDaemon(true);
        return made;
    }

    /** Takes a broadcast; any thread. */
    CompletionStage<Outcome> publish(Broadcast broadcast) {
        Waiting one = new Waiting(broadcast, System.nanoTime());
        if (queue.offer(one)) {
            return one.outcome();
        }
        log.debug("A {} is not taken: the queue for Redis is full or closed, {} wait", broadcast, queue.size());
        return CompletableFuture.completedStage(Outcome.FAILED);
    }

    RedisKeys keys() {
        return keys;
    }

    int waiting() {
        return queue.size();
    }

    void start() {
        thread.start();
    }

    /** Publishes what waits for at most a second more, and gives up the rest. */
    void stop() {
        end = System.nanoTime() + FAREWELL.toNanos();
        queue.close();
        try {
            thread.join(2 * FAREWELL.toMillis());
            outcomes.shutdown();
            outcomes.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Waiting> taken = queue.take();
        while (!taken.isEmpty()) {
            Batch batch = new Batch(taken);
            try {
                long time = System.currentTimeMillis();
                taken.forEach(each -> each.seal(name, ++number, time, seal));
                publish(batch);
            } catch (Throwable e) {
                // Also an Error: what comes later shall be published all the same.
                log.error("Broadcasts could not be published", e);
                batch.doubt();
            }
            complete(batch.waiting(), batch.givenUp());
            taken = queue.take();
        }
    }

    /** Returns when the batch is done with, which it then knows of; what is left in it is to be given up. */
    private void publish(Batch batch) {
        try {
            publishPatiently(batch);
        } finally {
            state.doneWithPublishing();
        }
    }

    private void publishPatiently(Batch batch) {
        long pause = FIRST_PAUSE;
        while (!batch.isEmpty() && !isOver()) {
            try {
                complete(batch, send(batch));
                return;
            } catch (RedisTrouble e) {
                state.publishing(e);
                if (e.mayHaveHappened()) {
                    batch.doubt();
                }
                if (!e.passes()) {
                    return;
                }
            }
            long now = System.nanoTime();
            complete(batch.removeOlderThan(patience, now), batch.givenUp());
            complete(queue.removeOlderThan(patience, now), Outcome.FAILED);
            queue.pause(pause);
            // The queue does not hold up a farewell; Redis is asked no more often for that.
            LockSupport.parkNanos(FIRST_PAUSE / 2);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    private Outcome send(Batch batch) throws RedisTrouble {
        Position known = state.known();
        if (known == null) {
            // Without the name of the order, nobody could tell later whether the answer that got lost was of this one.
            known = reader.position(link);
            state.answered(known);
        }
        batch.sendingUnder(known.epoch());
        PublishScript.Answer answer = script.run(link, batch, known);
        if (answer == null) {
            return Outcome.UNKNOWN;
        }
        state.answered(answer.position());
        state.published();
        state.channel(answer.unheard());
        if (answer.unheard() != null) {
            unheard.run();
        }
        return Outcome.SEQUENCED;
    }

    /** The last second counts from the stop: what is left then is given up without another try. */
    private boolean isOver() {
        return end != Long.MAX_VALUE && System.nanoTime() - end > 0;
    }

    private void complete(Batch batch, Outcome outcome) {
        List<Waiting> done = List.copyOf(batch.waiting());
        batch.waiting().clear();
        complete(done, outcome);
    }

    private void complete(List<Waiting> done, Outcome outcome) {
        if (!done.isEmpty()) {
            List<Waiting> all = List.copyOf(done);
            outcomes.execute(() -> all.forEach(each -> each.complete(outcome)));
        }
    }
}

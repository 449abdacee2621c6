package io.github.liveview4j.spring.transaction;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.room.Broadcast;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has to say once it is committed, in order.
 *
 * <p>Bound to the thread while its transaction is the innermost one. It listens to the very end of a transaction and not to {@code
 * afterCommit}: that is called too early for a transaction which Spring only takes part in, and not at all for what is
 * registered while it is being called. It is the first to hear of the end, so that what is sent by those who hear of it later
 * comes later.
 *
 * <p>For the thread of its transaction. Its end may come on another, as where a manager of JTA ends a transaction that takes too
 * long.
 */
final class HeldBroadcasts implements TransactionSynchronization {

    private static final Logger log = LoggerFactory.getLogger(HeldBroadcasts.class);

    private final Object key;
    private final List<Held> held = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new IdentityHashMap<>();
    private volatile boolean over;

    /**
     * Makes an empty list.
     *
     * @param key what it is bound to the thread by
     */
    HeldBroadcasts(Object key) {
        this.key = key;
    }

    /** Takes one more, and returns what will have become of it. */
    CompletionStage<Outcome> add(Broadcast broadcast, BroadcastTransport transport) {
        Held last = new Held(broadcast, transport, new CompletableFuture<>());
        held.add(last);
        // A copy, so that nobody completes ours; no minimal stage, of which a transactional method that returns it
        // would be asked
        // whether it is done, and which refuses to say.
        return last.outcome().copy();
    }

    /** Returns whether the transaction has ended; one that another thread has ended is still bound to its own. */
    boolean isOver() {
        return over;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, held.size());
    }

    /** Drops what was said since. A savepoint that was not heard of is older than this list, whose every part came after it. */
    @Override
    public void savepointRollback(Object savepoint) {
        int before = savepoints.getOrDefault(savepoint, 0);
        List<Held> since = held.subList(before, held.size());
        List<Held> dropped = List.copyOf(since);
        since.clear();
        dropped.forEach(Held::fail);
    }

    @Override
    public void afterCompletion(int status) {
        over = true;
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
        if (status == STATUS_COMMITTED) {
            held.forEach(Held::publish);
            return;
        }
        if (status == STATUS_UNKNOWN && !held.isEmpty()) {
            log.warn(
                    "Nobody knows whether a transaction was committed, so {} broadcasts that waited for it are not sent: pages "
                            + "that are open may show what was there before",
                    held.size());
        }
        held.forEach(Held::fail);
    }

    /** One broadcast that waits. */
    private record Held(Broadcast broadcast, BroadcastTransport transport, CompletableFuture<Outcome> outcome) {

        void publish() {
            try {
                transport.publish(broadcast).thenAccept(outcome::complete);
            } catch (RuntimeException e) {
                // The others are to go out all the same, and the transaction is over: there is nobody to throw to.
                log.error("A broadcast that waited for its transaction could not be sent", e);
                fail();
            }
        }

        void fail() {
            outcome.complete(Outcome.FAILED);
        }
    }
}

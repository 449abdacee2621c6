package io.github.liveview4j.spring.transaction;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.broadcast.PublishMoment;
import io.github.liveview4j.room.Broadcast;
import java.util.concurrent.CompletionStage;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes a broadcast made inside a transaction when that is committed, and any other at once.
 *
 * <p>The transaction is the innermost one that is open on the thread: what a {@code REQUIRES_NEW} sends goes with its own commit,
 * while the outer one still waits. A read-only one counts, too. Where only the callbacks of a transaction run, without one, or
 * after its end, nothing waits; so a listener of the phases after a transaction sends at once.
 *
 * <p>For any thread.
 */
public final class AfterCommit implements PublishMoment {

    @Override
    public CompletionStage<Outcome> publish(Broadcast broadcast, BroadcastTransport transport) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return transport.publish(broadcast);
        }
        return ofThisTransaction().add(broadcast, transport);
    }

    private HeldBroadcasts ofThisTransaction() {
        if (TransactionSynchronizationManager.getResource(this) instanceof HeldBroadcasts known) {
            if (!known.isOver()) {
                return known;
            }
            TransactionSynchronizationManager.unbindResource(this);
        }
        HeldBroadcasts made = new HeldBroadcasts(this);
        TransactionSynchronizationManager.registerSynchronization(made);
        TransactionSynchronizationManager.bindResource(this, made);
        return made;
    }
}

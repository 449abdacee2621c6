package io.github.liveview4j.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.room.Broadcast;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** The ends that a database seldom has. */
class AfterCommitTests {

    private final AfterCommit moment = new AfterCommit();
    private final List<String> published = new ArrayList<>();
    private final CompletableFuture<Outcome> later = new CompletableFuture<>();

    private final BroadcastTransport transport = broadcast -> {
        published.add(broadcast.room());
        if (broadcast.room().equals("broken")) {
            throw new IllegalStateException("A transport of the application's own");
        }
        return later;
    };

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
        TransactionSynchronizationManager.setActualTransactionActive(true);
    }

    @AfterEach
    void clear() {
        TransactionSynchronizationManager.clear();
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    private CompletableFuture<Outcome> publish(String room) {
        CompletionStage<Outcome> stage = moment.publish(new Broadcast(room, null, null, new byte[0]), transport);
        return stage.toCompletableFuture();
    }

    private static void end(int status) {
        List<TransactionSynchronization> all = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationUtils.invokeAfterCompletion(all, status);
    }

    @Test
    void nothingIsSentWhereNobodyKnowsWhatBecameOfTheTransaction() {
        CompletableFuture<Outcome> outcome = publish("a");

        end(TransactionSynchronization.STATUS_UNKNOWN);

        assertThat(outcome).isCompletedWithValue(Outcome.FAILED);
        assertThat(published).isEmpty();
    }

    @Test
    void whatBecameOfItIsSaidByTheTransport() {
        CompletableFuture<Outcome> outcome = publish("a");
        end(TransactionSynchronization.STATUS_COMMITTED);
        assertThat(outcome).isNotDone();

        later.complete(Outcome.UNKNOWN);

        assertThat(outcome).isCompletedWithValue(Outcome.UNKNOWN);
    }

    @Test
    void oneThatCannotBeSentDoesNotKeepTheOthers() {
        CompletableFuture<Outcome> broken = publish("broken");
        publish("b");

        end(TransactionSynchronization.STATUS_COMMITTED);

        assertThat(published).containsExactly("broken", "b");
        assertThat(broken).isCompletedWithValue(Outcome.FAILED);
    }

    @Test
    void aTransactionListensOnce() {
        publish("a");
        publish("b");

        assertThat(TransactionSynchronizationManager.getSynchronizations()).hasSize(1);
        end(TransactionSynchronization.STATUS_ROLLED_BACK);
    }

    @Test
    void theSenderCannotSayWhatBecameOfIt() {
        CompletableFuture<Outcome> outcome = publish("a");
        outcome.complete(Outcome.UNKNOWN);

        end(TransactionSynchronization.STATUS_COMMITTED);

        assertThat(published).containsExactly("a");
    }

    @Test
    void oneThatAnotherThreadHasEndedTakesNothingOfTheNext() throws Exception {
        publish("a");
        List<TransactionSynchronization> all = TransactionSynchronizationManager.getSynchronizations();
        // As a manager of JTA does where a transaction has taken too long.
        Thread reaper = new Thread(() -> TransactionSynchronizationUtils.invokeAfterCompletion(
                all, TransactionSynchronization.STATUS_ROLLED_BACK));
        reaper.start();
        reaper.join();
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();

        publish("b");
        end(TransactionSynchronization.STATUS_COMMITTED);

        assertThat(published).containsExactly("b");
    }
}

package io.github.liveview4j.examples.reliability.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.examples.reliability.history.History;
import io.github.liveview4j.examples.reliability.history.HistoryChecker;
import io.github.liveview4j.examples.reliability.history.Publication;
import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import io.github.liveview4j.examples.reliability.history.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages against a server that keeps the contract. */
class PageRecoveryTests {

    private static final PageSettings PAGE =
            new PageSettings(List.of("r"), Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(20));

    private final History history = new History();
    private final PageSwarm swarm = new PageSwarm(history, 1);
    private ModelServer server;
    private long published;

    @BeforeEach
    void start() throws IOException {
        server = new ModelServer();
        publish(3);
        swarm.open(20, PAGE, server::port);
    }

    @AfterEach
    void stop() throws IOException {
        swarm.close();
        server.close();
    }

    @Test
    void updatesBetweenPageAndSocketArrive() {
        publish(20);

        assertThat(verdict().resyncs()).isZero();
    }

    @Test
    void pagesThatAreCutAgainAndAgainMissNothing() {
        await().until(swarm::allConnected);
        Random random = new Random(3);
        for (int n = 0; n < 300; n++) {
            publish(1);
            swarm.pages().get(random.nextInt(20)).cut();
            yieldFor(2);
            if (n % 100 == 0) {
                // On a busy machine pages would fall behind what the server remembers, and rightly fetch themselves.
                awaitAllShown();
            }
        }

        Verdict verdict = verdict();
        assertThat(verdict.resyncs()).isZero();
        assertThat(verdict.deliveries()).isGreaterThanOrEqualTo(20 * 300);
    }

    @Test
    void holesAreRepaired() {
        await().until(swarm::allConnected);
        server.leaveOut(5);
        for (int n = 0; n < 100; n++) {
            publish(1);
            yieldFor(1);
        }
        server.leaveOut(0);
        publish(1);

        assertThat(verdict().resyncs()).isZero();
    }

    @Test
    void pagesFetchThemselvesWhenTheHistoryIsLost() {
        await().until(swarm::allConnected);
        publish(10);
        server.loseHistory();
        publish(10);
        await().until(() -> swarm.pages().stream().allMatch(page -> page.resyncs() > 0 && page.isWhole()));
        publish(10);

        assertThat(verdict().resyncs()).isEqualTo(20);
    }

    @Test
    void pagesFetchThemselvesWhenTheyWereAwayTooLong() {
        await().until(swarm::allConnected);
        SimulatedPage page = swarm.pages().get(0);
        page.cut();
        await().until(() -> !page.isConnected() || page.connections() > 1);
        publish(250);

        verdict();
    }

    private void publish(int count) {
        for (int n = 0; n < count; n++) {
            history.add(Publication.of("r", ++published, Outcome.SEQUENCED));
            server.publish("r", published);
        }
    }

    /** Gives the pages' thread a chance; how long is of no matter to what has to hold. */
    private static void yieldFor(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }

    private void awaitAllShown() {
        await().until(() -> swarm.allConnected()
                && swarm.pages().stream().allMatch(page -> page.isWhole() && page.count("r") == published));
    }

    private Verdict verdict() {
        awaitAllShown();
        swarm.settle();
        Verdict verdict = HistoryChecker.check(history);
        assertThat(verdict.violations()).isEmpty();
        return verdict;
    }
}

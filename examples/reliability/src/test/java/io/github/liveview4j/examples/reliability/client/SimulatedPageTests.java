package io.github.liveview4j.examples.reliability.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.examples.reliability.history.History;
import io.github.liveview4j.examples.reliability.node.Ledger;
import io.github.liveview4j.examples.reliability.node.ReliabilityNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A page against a real node. */
class SimulatedPageTests {

    private static Ledger ledger;
    private static ConfigurableApplicationContext node;
    private static int port;

    private final PageSwarm swarm = new PageSwarm(new History(), 1);

    @BeforeAll
    static void start() {
        ledger = new Ledger();
        node = SpringApplication.run(ReliabilityNode.class, "--server.port=0", "--ledger=" + ledger.port());
        port = ((ServletWebServerApplicationContext) node).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        node.close();
        ledger.close();
    }

    @AfterEach
    void close() {
        swarm.close();
    }

    @Test
    void showsWhatItCameWith() {
        ledger.store("loaded");
        ledger.store("loaded");

        SimulatedPage page = open("loaded");

        assertThat(page.count("loaded")).isEqualTo(2);
    }

    @Test
    void callsAndIsAnswered() throws Exception {
        SimulatedPage page = open("r");

        assertThat(page.call("run_once", Map.of("key", "a")).get(10, TimeUnit.SECONDS))
                .isEqualTo("ok");
        assertThat(page.call("nobody", Map.of()).get(10, TimeUnit.SECONDS)).isEqualTo("unknown_function");
        assertThat(ledger.runs("a")).isEqualTo(1);
    }

    @Test
    void comesBackAndSendsAgainWhatWasNotAnswered() throws Exception {
        SimulatedPage page = open("r");

        page.cut();
        assertThat(page.call("run_once", Map.of("key", "b")).get(10, TimeUnit.SECONDS))
                .isEqualTo("ok");

        assertThat(page.connections()).isEqualTo(2);
        assertThat(ledger.runs("b")).isEqualTo(1);
    }

    @Test
    void manyPagesLiveOnOneThread() {
        swarm.open(300, PageSettings.of("r"), () -> port);

        await().until(swarm::allConnected);
    }

    private SimulatedPage open(String room) {
        SimulatedPage page = swarm.open(1, PageSettings.of(room).withRetryMax(Duration.ofSeconds(1)), () -> port)
                .get(0);
        await().until(page::isConnected);
        return page;
    }
}

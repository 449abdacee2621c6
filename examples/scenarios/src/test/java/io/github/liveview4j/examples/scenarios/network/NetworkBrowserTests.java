package io.github.liveview4j.examples.scenarios.network;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import io.github.liveview4j.examples.scenarios.Seen;
import io.github.liveview4j.examples.support.ProxiedConnection;
import io.github.liveview4j.examples.support.TcpProxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A network that cuts, delays and swallows. */
class NetworkBrowserTests extends ScenarioTest {

    @Autowired
    private Network network;

    private TcpProxy proxy;
    private Page page;
    private Seen seen;

    @BeforeEach
    void openTab() {
        browser.expectErrors(NETWORK_FAILED);
        network.deliveries().clear();
        network.typed().clear();
        proxy = throughAProxy();
        page = newPage();
        seen = new Seen(page);
        page.addInitScript("window.webSocketConfig = { retryMax: 300 }");
    }

    @Test
    void formsThatAreSentWhileTheConnectionIsCutAgainAndAgainRunOnce() {
        // So that a call, or its reply, is on its way for long enough to be cut off.
        proxy.onOpen(connection -> connection.delay(Duration.ofMillis(50)));
        open(page, "/network");
        ScheduledExecutorService cutter = Executors.newSingleThreadScheduledExecutor();
        cutter.scheduleAtFixedRate(proxy::cut, 100, 300, TimeUnit.MILLISECONDS);
        for (int n = 1; n <= 15; n++) {
            button(page, "Deliver " + n).click();
        }
        cutter.shutdownNow();
        for (int n = 16; n <= 20; n++) {
            live(page);
            button(page, "Deliver " + n).click();
            proxy.cut();
            lost(page);
        }
        // What is not shown at the end has to be told as not known.
        page.waitForFunction("document.querySelectorAll('#delivered > li').length"
                + " + seenEvents.filter(({ name }) => name === 'error').length >= 20");

        assertThat(seen.events()).contains("disconnected");
        assertThat(network.deliveries()).doesNotHaveDuplicates();
        List<Integer> missing = IntStream.rangeClosed(1, 20)
                .boxed()
                .filter(n -> !network.deliveries().contains(n))
                .toList();
        assertThat(seen.errors()).hasSizeGreaterThanOrEqualTo(missing.size()).allMatch("unknown"::equals);
        assertThat(network.deliveries()).isSorted();
    }

    @Test
    void cutThatIsMendedSoonIsNotTold() {
        page.clock().install();
        open(page, "/network");

        proxy.cut();
        seen.awaitEvent("disconnected");
        page.clock().runFor(1_000);
        live(page);
        page.clock().runFor(10_000);

        assertThat(seen.notices()).isEqualTo(List.of());
    }

    @Test
    void orderIsKeptWhereEveryWayTakesLong() {
        open(page, "/network");
        proxy.open().forEach(connection -> connection.delay(Duration.ofMillis(300)));

        page.getByLabel("Text").pressSequentially("abcdef");
        for (int n = 1; n <= 3; n++) {
            button(page, "Deliver " + n).click();
        }

        assertThat(page.locator("#delivered > li")).hasText(new String[] {"1", "2", "3"});
        assertThat(page.locator("#typed")).hasText("abcdef");
        assertThat(page.getByLabel("Text")).hasValue("abcdef");
        assertThat(network.typed()).isEqualTo(List.of("a", "ab", "abc", "abcd", "abcde", "abcdef"));
        assertThat(network.deliveries()).isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void replyThatStandsStillComesWhenTheNetworkGoesOn() {
        open(page, "/network");
        List<ProxiedConnection> sockets = proxy.openSockets();
        sockets.forEach(socket -> socket.stall(true));

        button(page, "Deliver 8").click();
        await().until(() -> network.deliveries().contains(8));
        sockets.forEach(socket -> socket.stall(false));

        assertThat(page.locator("#delivered > li")).hasText(new String[] {"8"});
        assertThat(network.deliveries()).isEqualTo(List.of(8));
    }
}

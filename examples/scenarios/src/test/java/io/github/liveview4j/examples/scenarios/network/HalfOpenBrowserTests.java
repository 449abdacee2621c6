package io.github.liveview4j.examples.scenarios.network;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import io.github.liveview4j.examples.scenarios.Seen;
import io.github.liveview4j.examples.support.ProxiedConnection;
import io.github.liveview4j.examples.support.TcpProxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A connection that died without a word is found by its silence. */
@TestPropertySource(properties = "liveview.heartbeat=1s")
class HalfOpenBrowserTests extends ScenarioTest {

    @Autowired
    private Network network;

    @Test
    void silentConnectionIsGivenUpAndTheCallRunsOnce() {
        TcpProxy proxy = throughAProxy();
        Page page = newPage();
        Seen seen = new Seen(page);
        open(page, "/network");
        proxy.openSockets().forEach(ProxiedConnection::swallow);

        button(page, "Deliver 7").click();

        assertThat(page.locator("#delivered > li")).hasText(new String[] {"7"});
        assertThat(network.deliveries()).isEqualTo(List.of(7));
        assertThat(seen.events()).contains("disconnected");
        assertThat(seen.errors()).isEqualTo(List.of());
    }
}

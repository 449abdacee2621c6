package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.CloseReason;
import org.junit.jupiter.api.Test;

class HelloFloodTests {

    private final DispatcherFixture fixture = new DispatcherFixture();

    @Test
    void aSocketThatSaysHelloWithoutEndIsClosed() {
        Browser browser = fixture.page();

        for (int i = 0; i < 20; i++) {
            browser.says(HELLO);
        }

        assertThat(browser.hears()).hasSize(10);
        await().untilAsserted(() -> assertThat(browser.closes).containsExactly(CloseReason.TOO_MANY));
    }
}

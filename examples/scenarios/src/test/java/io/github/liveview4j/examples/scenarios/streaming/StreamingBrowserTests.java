package io.github.liveview4j.examples.scenarios.streaming;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import io.github.liveview4j.examples.support.TcpProxy;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Text that comes while the page goes on, and over a connection that is lost meanwhile. */
class StreamingBrowserTests extends ScenarioTest {

    @Autowired
    private Streaming streaming;

    private TcpProxy proxy;
    private Page page;
    private Locator answer;

    @BeforeEach
    void ask() {
        browser.expectErrors(NETWORK_FAILED);
        proxy = throughAProxy();
        page = newPage();
        page.addInitScript("window.webSocketConfig = { retryMax: 300 }");
        open(page, "/streaming");
        answer = page.locator("#answer");
        button(page, "Ask").click();
        await().until(streaming::isAsked);
    }

    @Test
    void wordsShowAsTheyComeAndThePageGoesOn() {
        streaming.say("one");
        assertThat(answer).hasText("one");
        assertThat(button(page, "Ask")).hasAttribute("aria-busy", "true");

        button(page, "Greet").click();
        assertThat(page.locator("#state")).hasText("hello");

        streaming.say("two");
        assertThat(answer).hasText("one two");
        assertThat(button(page, "Ask")).hasAttribute("aria-busy", "true");
        streaming.end();
        assertThat(button(page, "Ask")).not().hasAttribute("aria-busy", "true");
    }

    @Test
    void anotherButtonStopsIt() {
        streaming.say("one");
        assertThat(answer).hasText("one");

        button(page, "Stop").click();

        assertThat(page.locator("#state")).hasText("stopped");
        assertThat(button(page, "Ask")).not().hasAttribute("aria-busy", "true");
        assertThat(answer).hasText("one");
    }

    @Test
    void everyWordIsThereOnceAndInOrderThoughTheConnectionIsCutAgainAndAgain() {
        int last = 200;
        for (int n = 1; n <= last; n++) {
            streaming.say(String.valueOf(n));
            if (n % 20 == 0) {
                proxy.cut();
                lost(page);
            } else if (n % 20 == 10) {
                live(page);
            }
        }
        streaming.end();

        assertThat(answer)
                .hasText(
                        IntStream.rangeClosed(1, last).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
        assertThat(button(page, "Ask")).not().hasAttribute("aria-busy", "true");
    }
}

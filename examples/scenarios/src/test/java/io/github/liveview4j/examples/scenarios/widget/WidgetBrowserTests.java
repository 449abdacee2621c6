package io.github.liveview4j.examples.scenarios.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A canvas that a Stimulus controller has drawn, of which the server's html knows nothing. */
class WidgetBrowserTests extends ScenarioTest {

    private static final String PIXEL =
            "(within) => [...document.querySelector(within + ' canvas').getContext('2d').getImageData(5, 5, 1, 1).data]";

    private Page page;
    private int round;

    @BeforeEach
    void openPage() {
        page = open("/widget");
        page.waitForFunction("charts.connected === 2");
        page.evaluate("window.canvases = [...document.querySelectorAll('canvas')]");
    }

    @Test
    void widgetsAreLeftAsTheyAreHoweverOftenTheirSurroundingsAreRenewed() {
        for (int n = 0; n < 5; n++) {
            next("Next round");
        }

        assertUntouched();
    }

    @Test
    void permanentWidgetFollowsItsPlaceToAnotherParent() {
        next("Next round, widgets last");
        next("Next round");

        assertThat(page.evaluate("document.querySelector('#chart canvas') === canvases[0]"))
                .isEqualTo(true);
        assertThat(page.evaluate(PIXEL, "#chart")).isEqualTo(List.of(10, 20, 30, 255));
        assertThat(page.locator("#chart")).hasClass("drawn");
    }

    @Test
    void widgetsGoWithThePlaceThatTheServerTakesFromThem() {
        next("Next round, no widgets");

        assertThat(page.locator("canvas")).hasCount(0);
        page.waitForFunction("charts.disconnected === 2");
        next("Next round");
        page.waitForFunction("charts.connected === 4");
        assertThat(page.locator("canvas")).hasCount(2);
    }

    @Test
    void namedAttributesAreThePagesOwnAndTheRestIsTheServers() {
        page.evaluate("""
                const panel = document.getElementById("panel");
                panel.style.height = "50px";
                panel.classList.add("open")""");

        next("Next round");

        assertThat(page.locator("#panel")).hasClass("panel open");
        assertThat(page.locator("#panel")).hasCSS("height", "50px");
        assertThat(page.locator("#panel")).hasAttribute("title", "Round 1");
        assertThat(page.locator("#panel")).hasText("Panel 1");
    }

    private void assertUntouched() {
        assertThat(page.evaluate(
                        "[...document.querySelectorAll('canvas')].every((canvas, n) => canvas === canvases[n])"))
                .isEqualTo(true);
        assertThat(page.evaluate("charts")).isEqualTo(Map.of("connected", 2, "disconnected", 0));
        assertThat(page.evaluate(PIXEL, "#chart")).isEqualTo(List.of(10, 20, 30, 255));
        assertThat(page.evaluate(PIXEL, ".clock")).isEqualTo(List.of(10, 20, 30, 255));
        assertThat(page.locator("#chart")).hasClass("drawn");
        assertThat(page.locator(".clock")).hasClass("clock drawn");
    }

    private void next(String button) {
        button(page, button).click();
        assertThat(page.locator("#round")).hasText(String.valueOf(++round));
    }
}

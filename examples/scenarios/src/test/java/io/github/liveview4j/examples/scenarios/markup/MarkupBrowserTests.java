package io.github.liveview4j.examples.scenarios.markup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser parses or connects in its own way: tables, SVG, custom elements, templates. */
class MarkupBrowserTests extends ScenarioTest {

    private Page page;

    @BeforeEach
    void openPage() {
        page = open("/markup");
        page.evaluate(
                "window.before = Object.fromEntries(Array.from(document.querySelectorAll('[id]'), (it) => [it.id, it]))");
    }

    @Test
    void rowsOfATableKeepTheirNodesInANewOrder() {
        nextShapes();

        assertThat(page.locator("#prices > tr")).hasText(new String[] {"eve2", "ben2", "ada2"});
        assertSame("price-ada", "price-ben", "prices");
    }

    @Test
    void rowsAreAddedReplacedAndFilledOneByOne() {
        button(page, "Change rows").click();

        assertThat(page.locator("#prices > tr")).hasText(new String[] {"ada4", "benfive", "dan3"});
        assertThat(page.locator("#prices td")).hasCount(6);
        assertSame("price-ada", "price-ben");
    }

    @Test
    void drawingsAreDrawnOn() {
        nextShapes();

        assertSame("dot", "dots", "dot-ada", "dot-ben");
        assertThat(page.locator("#dot")).hasAttribute("cx", "2");
        assertThat(page.locator("#dots > circle")).hasCount(3);
        assertThat(page.evaluate("document.getElementById('dot-eve') instanceof SVGCircleElement"))
                .isEqualTo(true);
        assertThat(page.evaluate("document.querySelector('svg').getAttribute('viewBox')"))
                .isEqualTo("0 0 100 20");
    }

    @Test
    void elementOfThePagesOwnIsChangedAndNotConnectedAgain() {
        nextShapes();

        assertSame("counter-ada", "counter-ben");
        assertThat(page.locator("#counters > x-counter")).hasText(new String[] {"eve", "ben", "ada"});
        assertThat(page.evaluate("""
                Object.fromEntries(Array.from(document.querySelectorAll("x-counter"),
                  ({ id, connections, changes }) => [id, `${connections} ${changes}`]))"""))
                .isEqualTo(Map.of("counter-ada", "1 2", "counter-ben", "1 2", "counter-eve", "1 1"));
    }

    @Test
    void contentOfATemplateIsRenewed() {
        nextShapes();

        assertSame("stamp");
        assertThat(page.evaluate("document.getElementById('stamp').content.textContent.trim()"))
                .isEqualTo("Stamp 2");
        assertThat(page.evaluate("document.getElementById('stamp').childNodes.length"))
                .isEqualTo(0);
    }

    @Test
    void stepFadesWhenItIsToAndOnlyThen() {
        page.evaluate("""
                (() => {
                  window.fades = [];
                  const fade = document.startViewTransition;
                  document.startViewTransition = (step) => {
                    fades.push(document.getElementById("shapes").title);
                    return fade.call(document, step);
                  };
                })()""");
        nextShapes();
        assertThat(page.evaluate("fades")).isEqualTo(List.of());

        button(page, "Fade to the next shapes").click();

        assertThat(page.locator("#shapes")).hasAttribute("title", "Faded");
        assertThat(page.evaluate("fades")).isEqualTo(List.of(""));
    }

    private void nextShapes() {
        button(page, "Next shapes").click();
        assertThat(page.locator("#price-eve")).hasText("eve2");
    }

    private void assertSame(String... ids) {
        assertThat(page.evaluate(
                        "(ids) => ids.filter((id) => document.getElementById(id) !== before[id])", List.of(ids)))
                .isEqualTo(List.of());
    }
}

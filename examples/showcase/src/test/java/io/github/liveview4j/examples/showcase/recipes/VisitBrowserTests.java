package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages that are shown one after the other without being loaded, under a policy that permits nothing that is inline. */
class VisitBrowserTests extends RecipeTest {

    private static final String WATCH = """
            window.sameDocument = true;
            window.violations = [];
            document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
            window.visited = 0;
            document.addEventListener("liveview:visited", () => visited++);""";

    @Test
    void linkShowsAnotherPageThatIsLive() {
        Page page = openAndWatch();
        List<String> sockets = sockets(page);

        visit(page, "Scroll");

        assertThat(page).hasURL(url("/recipes/scroll"));
        assertThat(page).hasTitle("Scroll - LiveView showcase");
        assertThat(page.locator("main h1")).hasText("Scroll");
        assertThat(page.locator("main")).isFocused();
        live(page);
        assertThat(sockets).hasSize(1);
        button(demo(page), "Section 3").click();
        assertThat(page.locator("#section-3")).hasClass("chapter note");
        assertSameDocument(page);
    }

    @Test
    void backAndForwardShowWhatWasThereAndWhereItWasScrolled() {
        Page page = openAndWatch();
        page.evaluate("scrollTo(0, 120)");
        double top = scrollTop(page);
        visit(page, "Scroll");
        assertThat(scrollTop(page)).isZero();
        page.evaluate("scrollTo(0, 700)");
        page.waitForFunction("() => scrollY === 700");

        go(page, "back");
        assertThat(page.locator("#section h2")).hasText("Home");
        assertThat(top).isPositive();
        page.waitForFunction("top => scrollY === top", top);
        assertThat(link(page, "Scroll")).isFocused();

        go(page, "forward");
        assertThat(page.locator("main h1")).hasText("Scroll");
        page.waitForFunction("() => scrollY === 700");
        live(page);
        assertSameDocument(page);
    }

    @Test
    void backOverWhatHandlersShowedIsTheSamePage() {
        Page page = openAndWatch();
        List<String> sockets = sockets(page);
        link(page, "About").click();
        assertThat(page.locator("#section h2")).hasText("About us");
        link(page, "Contact").click();
        assertThat(page.locator("#section h2")).hasText("Contact");

        go(page, "back");
        assertThat(page.locator("#section h2")).hasText("About us");
        assertThat(page).hasTitle("About us");
        assertThat(page).hasURL(url("/recipes/navigate?section=about"));
        go(page, "back");
        assertThat(page.locator("#section h2")).hasText("Home");

        assertThat(sockets).isEmpty();
        link(page, "Contact").click();
        assertThat(page.locator("#section h2")).hasText("Contact");
        assertSameDocument(page);
    }

    @Test
    void backAfterReloadStillShowsWhatWasThere() {
        Page page = openAndWatch();
        link(page, "About").click();
        assertThat(page.locator("#section h2")).hasText("About us");
        page.reload();
        live(page);
        page.evaluate(WATCH);

        go(page, "back");

        assertThat(page.locator("#section h2")).hasText("Home");
        live(page);
        assertSameDocument(page);
    }

    @Test
    void addressMayPointIntoThePage() {
        Page page = openAndWatch();

        visit(page, "the e-mail field of a form");

        assertThat(page).hasURL(url("/recipes/contact#email"));
        assertThat(page.getByLabel("E-mail")).isFocused();
        assertThat(page.getByLabel("E-mail")).isInViewport();
        assertSameDocument(page);
    }

    @Test
    void linkIntoThePageKeepsItsPlaceAndIsGoneBackOverWithoutFetching() {
        Page page = openAndWatch();
        visit(page, "Scroll");
        page.evaluate("scrollTo(0, 300)");
        page.waitForFunction("() => scrollY === 300");
        List<String> fetched = new ArrayList<>();
        page.onRequest(request -> fetched.add(request.resourceType()));

        page.evaluate("location.hash = 'section-6'");
        page.waitForFunction("() => scrollY !== 300 && history.state?.liveview");
        page.evaluate("history.back()");
        page.waitForFunction("() => scrollY === 300");

        assertThat(fetched).doesNotContain("fetch", "document");
        assertSameDocument(page);
    }

    private Page openAndWatch() {
        Page page = browser.newPage(1000, 700);
        page.navigate(url("/recipes/navigate"));
        live(page);
        page.evaluate(WATCH);
        // What follows links is there: until then a link is an ordinary one.
        page.waitForFunction(
                "() => performance.getEntriesByType('resource').some((one) => one.name.includes('liveview-page'))");
        page.waitForFunction("() => import(performance.getEntriesByType('resource')"
                + ".find((one) => one.name.includes('liveview-page')).name).then(() => true)");
        return page;
    }

    private static List<String> sockets(Page page) {
        List<String> sockets = new ArrayList<>();
        page.onWebSocket(socket -> sockets.add(socket.url()));
        return sockets;
    }

    private static Locator link(Page page, String name) {
        return demo(page).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static void visit(Page page, String name) {
        page.evaluate("visited = 0");
        link(page, name).click();
        page.waitForFunction("() => visited === 1");
    }

    private static void go(Page page, String where) {
        page.evaluate("visited = 0");
        page.evaluate("where => history[where]()", where);
        page.waitForFunction("() => visited === 1");
    }

    private static double scrollTop(Page page) {
        return ((Number) page.evaluate("scrollY")).doubleValue();
    }

    private static void assertSameDocument(Page page) {
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        assertThat(page.evaluate("violations")).isEqualTo(List.of());
    }
}

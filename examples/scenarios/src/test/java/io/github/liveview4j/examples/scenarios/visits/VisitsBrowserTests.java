package io.github.liveview4j.examples.scenarios.visits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.KeyboardModifier;
import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From one page to another without loading it, and back. */
class VisitsBrowserTests extends ScenarioTest {

    @Autowired
    private LiveViewBroadcaster live;

    private Page page;

    @BeforeEach
    void openPage() {
        page = open("/visits/one");
        page.evaluate("window.mark = 'the same document'");
    }

    @Test
    void linkShowsTheOtherPageInTheSameDocument() {
        page.locator("#to-three").click();

        assertShows("three");
        assertSameDocument();
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        live(page);
        page.locator("#to-one").click();
        assertShows("one");
        button(page, "Section 2").click();
        assertThat(page.locator("#section")).hasText("Section 2");
        assertSameDocument();
    }

    @Test
    void focusIsOnThePageThatWasOpenedAndItsTopIsSeen() {
        scrollTo(1_500);
        page.locator("#below").dispatchEvent("click");

        assertShows("two");
        page.waitForFunction("scrollY === 0");
        assertThat(page.locator("main")).isFocused();
        assertSameDocument();
    }

    @Test
    void fragmentOfALinkIsScrolledTo() {
        page.locator("#to-end").click();

        assertShows("two");
        assertThat(page).hasURL(url("/visits/two#end"));
        page.waitForFunction("scrollY > 1000");
        assertSameDocument();
    }

    @Test
    void backAndForwardBringWhatWasShown() {
        page.locator("#to-two").click();
        assertShows("two");
        scrollTo(700);
        page.locator("#to-three").dispatchEvent("click");
        assertShows("three");
        page.waitForFunction("scrollY === 0");

        back();
        assertShows("two");
        page.waitForFunction("Math.abs(scrollY - 700) < 2");
        back();
        assertShows("one");
        page.waitForFunction("scrollY === 0");
        page.evaluate("history.forward()");
        assertShows("two");
        page.waitForFunction("Math.abs(scrollY - 700) < 2");
        assertSameDocument();
    }

    @Test
    void focusIsWhereItWasWhenTheUserComesBack() {
        page.locator("#to-two").focus();
        page.keyboard().press("Enter");
        assertShows("two");

        back();

        assertShows("one");
        assertThat(page.locator("#to-two")).isFocused();
        assertSameDocument();
    }

    @Test
    void backTwiceInARowEndsWhereItsAddressSays() {
        page.locator("#to-two").click();
        assertShows("two");
        page.locator("#to-three").click();
        assertShows("three");

        page.evaluate("history.back(); history.back()");

        assertShows("one");
        assertSameDocument();
    }

    @Test
    void backWhileAPageIsOnItsWayEndsWhereItsAddressSays() {
        page.locator("#to-two").click();
        assertShows("two");
        List<Route> held = new ArrayList<>();
        page.route("**/visits/three", held::add);
        page.locator("#to-three").click();
        page.waitForCondition(() -> !held.isEmpty());

        back();
        assertShows("one");
        held.forEach(Route::resume);
        page.unroute("**/visits/three");
        page.locator("#to-two").click();

        assertShows("two");
        assertSameDocument();
    }

    @Test
    void laterOfTwoClicksWins() {
        List<Route> held = new ArrayList<>();
        page.route("**/visits/two", held::add);
        page.locator("#to-two").click();
        page.waitForCondition(() -> !held.isEmpty());

        page.locator("#to-three").click();
        assertShows("three");
        held.forEach(Route::resume);
        button(page, "Section 2").click();
        assertThat(page.locator("#section")).hasText("Section 2");

        assertThat(page.locator("h1")).hasText("Page three");
        assertSameDocument();
    }

    @Test
    void entryIsReplacedWhereTheLinkSaysSo() {
        page.locator("#to-two").click();
        assertShows("two");
        page.locator("#replacing").click();
        assertShows("three");

        back();

        assertShows("one");
        assertSameDocument();
    }

    @Test
    void backUndoesWhatAHandlerPutIntoTheAddressBar() {
        button(page, "Section 2").click();
        assertThat(page.locator("#section")).hasText("Section 2");
        assertThat(page).hasURL(url("/visits/one?section=2"));
        assertThat(page).hasTitle("Section 2");

        back();

        assertThat(page.locator("#section")).hasText("Section 1");
        assertShows("one");
        page.evaluate("history.forward()");
        assertThat(page.locator("#section")).hasText("Section 2");
        assertThat(page).hasURL(url("/visits/one?section=2"));
        assertSameDocument();
    }

    @Test
    void whatIsNoPageOfOursIsLoadedAsAnyOther() {
        browser.expectErrors("status of 500|status of 404"); // also for their icons
        page.locator("#to-plain").click();
        assertThat(page.locator("body")).hasText("Only words");
        assertThat(page).hasURL(url("/visits/plain"));

        open(page, "/visits/one");
        page.locator("#to-broken").click();
        assertThat(page.locator("h1")).hasText("Broken");
        assertThat(page).hasURL(url("/visits/broken"));
        assertThat(page.evaluate("window.mark")).isNull();
    }

    @Test
    void addressOfAnotherOriginIsLoadedAsAnyOther() {
        String elsewhere = url("/visits/two").replace("localhost", "127.0.0.1");
        page.evaluate("(address) => (document.getElementById('elsewhere').href = address)", elsewhere);

        page.locator("#elsewhere").click();

        assertThat(page).hasURL(elsewhere);
        assertThat(page.locator("h1")).hasText("Page two");
        assertThat(page.evaluate("window.mark")).isNull();
    }

    @Test
    void pageThatIsVisitedIsInItsOwnRoomsAndInNoOthers() {
        page.locator("#to-two").click();
        assertShows("two");
        live(page);

        tell("one", "Not for this page");
        tell("two", "For this page");
        assertThat(page.locator("#section")).hasText("For this page");
        back();
        assertShows("one");
        live(page);
        tell("two", "Not for this page");
        tell("one", "For this page again");

        assertThat(page.locator("#section")).hasText("For this page again");
        assertThat(page.locator("#told > li")).hasText(new String[] {"For this page again"});
        assertSameDocument();
    }

    @Test
    void answerToThePageThatWasLeftIsNotShownInTheNextOne() {
        gate.close();
        button(page, "Section 2").click();
        await().until(() -> gate.waiting() == 1);

        page.locator("#to-two").click();
        assertShows("two");
        live(page);
        gate.open();
        tell("two", "For this page");

        assertThat(page.locator("#section")).hasText("For this page");
        assertThat(page).hasURL(url("/visits/two"));
        assertThat(page).hasTitle("Page two");
        assertSameDocument();
    }

    @Test
    void linkThatIsOpenedInANewTabIsLeftToTheBrowser() {
        Page tab = page.context()
                .waitForPage(() -> page.locator("#to-two")
                        .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROLORMETA))));

        assertThat(tab.locator("h1")).hasText("Page two");
        assertShows("one");
    }

    @Test
    void listenerCanKeepAVisitFromHappening() {
        page.evaluate("""
                window.asked = [];
                document.addEventListener("liveview:before-visit", (event) => {
                  asked.push(new URL(event.detail.url, location.href).pathname);
                  if (asked.length === 1) event.preventDefault();
                })""");

        page.locator("#to-two").click();
        page.locator("#to-three").click();

        assertShows("three");
        assertThat(page.evaluate("asked")).isEqualTo(List.of("/visits/two", "/visits/three"));
        back();
        assertShows("one");
        assertSameDocument();
    }

    private void tell(String name, String text) {
        live.to(room("visits:" + name))
                .send(replace("#section").text(text), append("#told").html("<li>" + text + "</li>"));
    }

    private void back() {
        page.evaluate("history.back()");
    }

    private void scrollTo(int y) {
        page.evaluate("(y) => scrollTo({ top: y, behavior: 'instant' })", y);
        page.waitForFunction("(y) => Math.abs(scrollY - y) < 2", y);
        // The browser tells of it with the next frame.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private void assertShows(String name) {
        assertThat(page.locator("h1")).hasText("Page " + name);
        assertThat(page).hasTitle("Page " + name);
        assertThat(page).hasURL(Pattern.compile("/visits/" + name + "(#end)?$"));
        assertThat(page.locator(".long p").first()).hasText("Paragraph 1 of page " + name);
    }

    private void assertSameDocument() {
        assertThat(page.evaluate("window.mark")).isEqualTo("the same document");
    }
}

package io.github.liveview4j.examples.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.support.ApplicationProcess;
import io.github.liveview4j.examples.support.BrowserExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that was killed and started again has forgotten all: the page fetches itself, and the user loses nothing. */
class ResyncBrowserTests {

    /** What Chromium itself writes to the console, every time that it does not reach the server. */
    private static final String CONNECTION_FAILED = "^WebSocket connection to .* failed";

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    private static ApplicationProcess application;

    @BeforeAll
    static void start() throws IOException {
        application = new ApplicationProcess(
                QuickstartApplication.class, "--liveview.signing-key=the-same-for-every-run-of-this-server");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (application != null) {
            application.kill();
        }
    }

    @Test
    void whatTheUserDidStaysAndWhatTheServerShowsIsShown() throws Exception {
        SurveyVisitor visitor = new SurveyVisitor(browser.newPage()).open(application.url());
        String address = application.url() + "survey";
        fillIn(visitor);

        String before = run(visitor);
        restart(visitor);
        visitor.awaitSeen("resynced", 1);

        assertThat(run(visitor)).isNotEqualTo(before);
        assertThat(visitor.page()).hasTitle("Survey " + run(visitor));
        assertFilledIn(visitor);
        assertThat(visitor.seen()).asString().isEqualTo("[disconnected, connected, resync, resynced]");
        assertThat(visitor.fetches()).containsExactly("fetch " + address);

        // Where the caret was, the user goes on, and the page is as live as it was.
        visitor.page().keyboard().type("X");
        visitor.click("Answer");
        assertThat(visitor.page().locator("#answer")).hasText("AdXa, Coffee");

        // And once more, by the same page.
        restart(visitor);
        visitor.awaitSeen("resynced", 2);
        assertThat(visitor.page().locator("#answer")).isEmpty();
        assertThat(visitor.field("Name")).hasValue("AdXa");
        assertThat(visitor.fetches()).containsExactly("fetch " + address, "fetch " + address);
    }

    @Test
    void pageIsStillInTheRoomThatAHandlerLetItInto() throws Exception {
        SurveyVisitor visitor = new SurveyVisitor(browser.newPage()).open(application.url());
        SurveyVisitor other = new SurveyVisitor(browser.newPage());
        visitor.click("Join the news");
        assertThat(visitor.lines("news")).hasText(new String[] {"joined"});

        restart(visitor);
        visitor.awaitSeen("resynced", 1);
        assertThat(visitor.lines("news")).hasCount(0);
        other.open(application.url());
        other.click("Join the news");

        assertThat(visitor.lines("news")).hasText(new String[] {"joined"});
        assertThat(visitor.fetches()).hasSize(1);
    }

    private static void fillIn(SurveyVisitor visitor) {
        visitor.field("City").fill("London");
        visitor.field("Comment").fill("First line\nsecond line");
        visitor.field("Letter").check();
        visitor.field("Large").check();
        visitor.field("Drink").selectOption("Coffee");
        visitor.page().locator("summary").click();
        visitor.field("Name").pressSequentially("Ada");
        visitor.page().keyboard().press("ArrowLeft");
    }

    private static void assertFilledIn(SurveyVisitor visitor) {
        assertThat(visitor.field("City")).hasValue("London");
        assertThat(visitor.field("Comment")).hasValue("First line\nsecond line");
        assertThat(visitor.field("Letter")).isChecked();
        assertThat(visitor.field("Large")).isChecked();
        assertThat(visitor.field("Drink")).hasValue("Coffee");
        assertThat(visitor.page().getByText("There is more.")).isVisible();
        assertThat(visitor.field("Name")).hasValue("Ada");
        assertThat(visitor.field("Name")).isFocused();
        assertThat(visitor.page()
                        .evaluate("[document.activeElement.selectionStart, document.activeElement.selectionEnd]"))
                .isEqualTo(List.of(2, 2));
    }

    private static String run(SurveyVisitor visitor) {
        return visitor.page().locator("#run").textContent();
    }

    private static void restart(SurveyVisitor visitor) throws Exception {
        browser.expectErrors(CONNECTION_FAILED);
        application.kill();
        visitor.awaitStatus("disconnected");
        application.start();
        visitor.awaitStatus("connected");
    }
}

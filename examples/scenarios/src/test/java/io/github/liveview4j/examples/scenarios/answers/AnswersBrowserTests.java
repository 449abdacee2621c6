package io.github.liveview4j.examples.scenarios.answers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A field is the user's until a call that carried it has been answered, and the user has not changed it since. */
class AnswersBrowserTests extends ScenarioTest {

    @Autowired
    private LiveViewBroadcaster live;

    private Page page;

    @BeforeEach
    void openPage() {
        page = open("/answers");
    }

    @Test
    void fieldIsEmptyWhenTheAnswerToItsSubmitSaysSo() {
        Locator text = page.getByLabel("Say");

        text.pressSequentially("Hello");
        text.press("Enter");

        assertThat(lines()).hasText(new String[] {"Hello"});
        assertThat(text).hasValue("");
        assertThat(text).isFocused();
        page.keyboard().type("Again");
        page.keyboard().press("Enter");
        assertThat(lines()).hasText(new String[] {"Hello", "Again"});
        assertThat(text).hasValue("");
    }

    @Test
    void whatWasTypedWhileTheAnswerWasOnItsWayStays() {
        Locator text = page.getByLabel("Say");
        gate.close();

        text.pressSequentially("Hello");
        text.press("Enter");
        text.press("ControlOrMeta+a");
        page.keyboard().type("And then");
        gate.open();

        assertThat(lines()).hasText(new String[] {"Hello"});
        assertThat(text).hasValue("And then");
        page.keyboard().type(" some");
        page.keyboard().press("Enter");
        assertThat(lines()).hasText(new String[] {"Hello", "And then some"});
        assertThat(text).hasValue("");
    }

    @Test
    void afterItsSubmitAFieldIsWhatALaterUpdateSays() {
        Locator word = page.getByLabel("Word");
        word.fill("swift");
        word.press("Enter");
        assertThat(lines()).hasText(new String[] {"swift"});

        show(replace("#word-form").template("answers :: word").with("word", null));

        assertThat(word).hasValue("");
    }

    @Test
    void whatWasTypedAfterTheAnswerStaysWhenALaterUpdateComes() {
        Locator word = page.getByLabel("Word");
        word.fill("swift");
        word.press("Enter");
        assertThat(lines()).hasText(new String[] {"swift"});

        word.fill("swallow");
        show(replace("#word-form").template("answers :: word").with("word", null));

        assertThat(word).hasValue("swallow");
    }

    @Test
    void boxThatIsRefusedIsUntickedByTheAnswerAndNotBefore() {
        Locator box = page.getByLabel("Important");
        gate.close();

        box.click();
        await().until(() -> gate.waiting() == 1);
        show(replace("#importance").template("answers :: importance"));
        assertThat(box).isChecked();
        gate.open();

        assertThat(box).not().isChecked();
    }

    @Test
    void answerToAChangeCorrectsTheField() {
        Locator city = page.getByLabel("City");

        city.fill("  london");
        city.press("Tab");

        assertThat(city).hasValue("LONDON");
    }

    @Test
    void draftStaysWhileLaterHtmlSaysNothingNewOfItsField() {
        Locator title = page.getByLabel("Title");
        title.fill("A draft");
        title.press("Tab");
        assertThat(page.locator("#title-length")).hasText("7");

        show(replace("#title-box").template("answers :: title").with("title", null));

        assertThat(title).hasValue("A draft");
    }

    @Test
    void draftGivesWayToHtmlThatSaysSomethingNewOfItsField() {
        Locator title = page.getByLabel("Title");
        title.fill("A draft");
        title.press("Tab");
        assertThat(page.locator("#title-length")).hasText("7");

        show(replace("#title-box").template("answers :: title").with("title", "Decided"));

        assertThat(title).hasValue("Decided");
    }

    @Test
    void valueOfAFieldThatNobodyTouchedIsTheServers() {
        show(replace("#title-box").template("answers :: title").with("title", "Decided"));

        assertThat(page.getByLabel("Title")).hasValue("Decided");
    }

    private Locator lines() {
        return page.locator("#lines > li");
    }

    /** Sends it from elsewhere, and waits until the page has applied it. */
    private void show(LiveViewMessage message) {
        live.broadcast(message, append("body").html("<i class='shown'></i>"));
        assertThat(page.locator(".shown")).hasCount(1);
    }
}

package io.github.liveview4j.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.github.liveview4j.examples.support.BrowserExtension;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Visitors with browsers of their own, at one node and with nothing else. Each test has a room of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ChatBrowserTests {

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    private final String room = "Room " + UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    private int port;

    @Test
    void messageAppearsForAllInTheRoomAndIsStillThereAfterAReload() {
        ChatVisitor ada = visitor("Ada").enter(room);
        ChatVisitor grace = visitor("Grace").enter(room);

        ada.say("Good morning");
        assertThat(grace.said()).hasText(new String[] {"Good morning"});
        grace.say("<b>Hello</b>");

        String[] said = {"Good morning", "<b>Hello</b>"};
        assertThat(ada.said()).hasText(said);
        assertThat(grace.said()).hasText(said);
        ada.page().reload();
        assertThat(ada.said()).hasText(said);
    }

    @Test
    void messageIsHeardInItsRoomOnly() {
        ChatVisitor ada = visitor("Ada").enter(room);
        ChatVisitor grace = visitor("Grace").enter(room + " too");

        ada.say("Good morning");
        grace.say("Is anybody here?");

        // What Grace says comes after what Ada said, and is all that her room has.
        assertThat(grace.said()).hasText(new String[] {"Is anybody here?"});
        assertThat(ada.said()).hasText(new String[] {"Good morning"});
    }

    @Test
    void typingIsShownToTheOtherOnlyUntilTheMessageIsSent() {
        ChatVisitor ada = visitor("Ada").enter(room);
        ChatVisitor grace = visitor("Grace").enter(room);

        ada.field().pressSequentially("Go");
        assertThat(grace.typing()).hasText("Ada is typing…");
        assertThat(ada.typing()).hasCount(0);

        ada.say("Good morning");
        assertThat(grace.said()).hasText("Good morning");
        assertThat(grace.typing()).hasCount(0);
    }

    @Test
    void typingGoesAwayByItselfAlsoWhenThePageIsLeft() {
        ChatVisitor ada = visitor("Ada").enter(room);
        ChatVisitor grace = visitor("Grace").enter(room);

        ada.field().pressSequentially("Go");
        assertThat(grace.typing()).isVisible();
        ada.page().navigate("about:blank");

        assertThat(grace.typing()).isHidden();
        assertThat(grace.typing()).hasCount(1);
    }

    @Test
    void ownMessagesStandOnTheRightAndCanBeDeleted() {
        ChatVisitor ada = visitor("Ada").enter(room);
        ChatVisitor grace = visitor("Grace").enter(room);

        ada.say("Mine");
        assertThat(ada.message("Mine")).hasCSS("align-self", "flex-end");
        assertThat(grace.message("Mine")).hasCSS("align-self", "flex-start");
        assertThat(grace.message("Mine").locator("button")).isHidden();

        ada.message("Mine").locator("button").click();
        assertThat(ada.said()).hasCount(0);
        assertThat(grace.said()).hasCount(0);
        assertThat(grace.page().getByText("Nobody has said anything yet")).isVisible();
    }

    @Test
    void lobbyTellsEveryoneInTheirOwnWayWhatWasSaidLast() {
        ChatVisitor ada = visitor("Ada");
        ChatVisitor grace = visitor("Grace");
        ChatVisitor adaAtHome = visitor("Ada").enter(room);

        adaAtHome.say("Good morning");

        assertThat(line(ada)).containsText("You: Good morning");
        assertThat(line(grace)).containsText("Ada: Good morning");
    }

    @Test
    void nextMessageCanBeTypedAtOnceAndTheListRestsAtItsEnd() {
        ChatVisitor ada = visitor("Ada").enter(room);

        for (int i = 1; i <= 20; i++) {
            ada.page().keyboard().type("Message " + i);
            ada.page().keyboard().press("Enter");
            assertThat(ada.field()).hasValue("");
            assertThat(ada.field()).isFocused();
        }

        assertThat(ada.said()).hasCount(20);
        assertThat(ada.said().last()).isInViewport();
        assertThat(ada.said().first()).not().isInViewport();
    }

    @Test
    void signInAndSignOut() {
        ChatVisitor ada = visitor("Ada").enter(room);
        String address = ada.page().url();

        ada.page().getByText("Sign out").click();
        assertThat(ada.page().getByLabel("Your name")).isVisible();
        ada.page().navigate(address);
        ada.page().getByLabel("Your name").fill("Grace");
        ada.page().getByText("Come in").click();

        assertThat(ada.page()).hasURL(address);
        assertThat(ada.page().locator(".account")).containsText("Grace");
    }

    @Test
    void nothingIsCutOffOnAPhoneAndAtNight() {
        ChatVisitor phone = visitor(browser.newPhonePage(), "Somebody with 24 letters");
        screenshot(phone, "lobby-phone");
        phone.enter(room);
        ChatVisitor grace = visitor(night(), "Grace").enter(room);
        talk(phone, grace);

        assertThat(phone.overflow()).isEqualTo(0);
        assertThat(grace.overflow()).isEqualTo(0);
        screenshot(phone, "room-phone");
        screenshot(grace, "room-night");
        ChatVisitor ada = visitor(browser.newPage(1200, 800), "Ada");
        screenshot(ada, "lobby");
        screenshot(ada.enter(room), "room");
    }

    private static void talk(ChatVisitor one, ChatVisitor other) {
        one.say("Good morning. Has anybody seen the blue folder? I had it in my hand yesterday, when the rain began.");
        other.say("On the window sill.");
        other.say("x".repeat(200));
        one.say("Thank you!");
        other.field().pressSequentially("You are w");
        assertThat(one.typing()).isVisible();
    }

    private Page night() {
        return browser.newPage(
                new NewContextOptions().setViewportSize(1200, 800).setColorScheme(ColorScheme.DARK));
    }

    private Locator line(ChatVisitor visitor) {
        return visitor.page().locator("#rooms li", new Page.LocatorOptions().setHasText(room));
    }

    private ChatVisitor visitor(String name) {
        return visitor(browser.newPage(), name);
    }

    private ChatVisitor visitor(Page page, String name) {
        return ChatVisitor.signIn(page, "http://localhost:" + port + "/", name);
    }

    private static void screenshot(ChatVisitor visitor, String name) {
        visitor.page().screenshot(new ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}

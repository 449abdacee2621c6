package io.github.liveview4j.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.PressSequentiallyOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.examples.support.BrowserExtension;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
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

    @Autowired
    private Messages messages;

    @Autowired
    private LiveViewBroadcaster live;

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
    void doubleClickSaysItOnce() {
        ChatVisitor ada = visitor("Ada").enter(room);

        ada.field().fill("Good morning");
        ada.page().getByText("Send").dblclick();
        assertThat(ada.field()).hasValue("");
        ada.say("Hello");

        assertThat(ada.said()).hasText(new String[] {"Good morning", "Hello"});
    }

    @Test
    void bothTabsOfAChatterShowAll() {
        ChatVisitor first = visitor("Ada").enter(room);
        ChatVisitor second = new ChatVisitor(first.page().context().newPage(), first.url()).enter(room);

        first.say("From the first");
        second.say("From the second");

        String[] all = {"From the first", "From the second"};
        assertThat(first.said()).hasText(all);
        assertThat(second.said()).hasText(all);
    }

    @Test
    void whoGoesBackToTheRoomHasMissedNothing() {
        ChatVisitor ada = visitor("Ada").enter(room);
        ChatVisitor grace = visitor("Grace").enter(room);
        ada.say("One");
        ada.page().getByText("All rooms").click();
        assertThat(line(ada)).containsText("You: One");
        grace.say("Two");
        assertThat(line(ada)).containsText("Grace: Two");

        ada.page().goBack();
        ada.awaitLive();
        assertThat(ada.said()).hasText(new String[] {"One", "Two"});
        ada.page().goForward();
        ada.awaitLive();
        grace.say("Three");
        assertThat(line(ada)).containsText("Grace: Three");
        ada.page().goBack();
        ada.awaitLive();
        ada.say("Four");

        assertThat(ada.said()).hasText(new String[] {"One", "Two", "Three", "Four"});
    }

    @Test
    void whatIsTypedWhileMessagesPourInIsNotLost() throws InterruptedException {
        ChatVisitor ada = visitor("Ada").enter(room);
        long id = Long.parseLong(ada.page().url().replaceAll(".*/", ""));
        AtomicInteger poured = new AtomicInteger();
        ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor();
        String text = "The quick brown fox jumps over the lazy dog, and nothing of it is lost.";
        try {
            others.scheduleAtFixedRate(
                    () -> pour(id, "Message " + poured.incrementAndGet()), 0, 50, TimeUnit.MILLISECONDS);
            for (int i = 1; i <= 3; i++) {
                ada.field().pressSequentially(text, new PressSequentiallyOptions().setDelay(30));
                assertThat(ada.field()).hasValue(text);
                ada.page().keyboard().press("Enter");
                assertThat(ada.field()).hasValue("");
            }
        } finally {
            others.shutdown();
            assertThat(others.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(ada.said()).hasCount(poured.get() + 3);
        assertThat(ada.message(text)).hasCount(3);
        assertThat(ada.message("Message ").locator("p:not(.head)"))
                .hasText(IntStream.rangeClosed(1, poured.get())
                        .mapToObj(number -> "Message " + number)
                        .toArray(String[]::new));
    }

    @Test
    void pageThatFetchesItselfKeepsWhatIsBeingTyped() {
        Page page = browser.newPage(1200, 800);
        ChatVisitor ada = visitor(page, "Ada").enter(room);
        ChatVisitor grace = visitor("Grace").enter(room);
        talk(ada, grace);
        ada.say("See you");
        page.addInitScript("""
                document.addEventListener("readystatechange", () => {
                  document.querySelector("script[data-position]").dataset.position = "another1:7";
                }, { once: true });
                window.mayResync = new Promise((done) => (window.letItResync = done));
                const load = window.fetch;
                window.fetch = async (...what) => {
                  await mayResync;
                  return load(...what);
                };
                window.resynced = 0;
                document.addEventListener("liveview:resynced", () => resynced++);""");
        page.reload();
        ada.awaitLive();
        ada.field().pressSequentially("I am still typ");
        screenshot(ada, "room-before-resync");
        grace.say("Said before the fetch");
        page.evaluate("letItResync()");
        page.waitForFunction("() => resynced === 1");
        ada.page().keyboard().type("ing");

        assertThat(ada.field()).hasValue("I am still typing");
        assertThat(ada.said()).hasCount(6);
        assertThat(ada.said().last()).hasText("Said before the fetch");
        screenshot(ada, "room-after-resync");
        ada.page().keyboard().press("Enter");
        assertThat(grace.said().last()).hasText("I am still typing");
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

    private void pour(long id, String text) {
        Message message = messages.save(new Message(id, "Grace", text));
        live.to(LiveViewBroadcaster.room("chat:" + id))
                .send(LiveViewMessage.append("#messages")
                        .template("room :: message")
                        .with("message", message));
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

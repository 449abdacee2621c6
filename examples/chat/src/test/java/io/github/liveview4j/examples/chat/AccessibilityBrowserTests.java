package io.github.liveview4j.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.liveview4j.examples.support.Accessibility;
import io.github.liveview4j.examples.support.BrowserExtension;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** axe-core has nothing against any page, whatever is said on it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccessibilityBrowserTests {

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    @LocalServerPort
    private int port;

    @Test
    void pageToSignInAt() {
        Page page = browser.newPage();
        page.navigate("http://localhost:" + port + "/");
        assertThat(page.getByLabel("Your name")).isVisible();
        Accessibility.check(page);

        page.getByLabel("Your name").fill("<>");
        page.getByLabel("Your name").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        Accessibility.check(page);
    }

    @Test
    void lobbyAndRoom() {
        String room = "Room " + UUID.randomUUID().toString().substring(0, 8);
        ChatVisitor ada = visitor("Ada");
        Accessibility.check(ada.page());
        ada.page().getByLabel("Open another room").fill("   ");
        ada.page().getByLabel("Open another room").press("Enter");
        assertThat(ada.page().locator("#room-error")).not().isEmpty();
        Accessibility.check(ada.page());

        ada.enter(room);
        Accessibility.check(ada.page());
        ChatVisitor grace = visitor("Grace").enter(room);
        grace.say("Good morning");
        assertThat(ada.said()).hasText("Good morning");
        ada.say("Hello");
        grace.field().pressSequentially("Go");
        assertThat(ada.typing()).isVisible();

        Accessibility.check(ada.page());
    }

    private ChatVisitor visitor(String name) {
        return ChatVisitor.signIn(browser.newPage(), "http://localhost:" + port + "/", name);
    }
}

package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomsBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D6: pages with the address of a private room share it, a page with another room has its own")
    void privateRoomIsSharedByThoseWhoHaveItsAddress() {
        Page first = openRoom();
        String address = first.url();
        assertThat(address).containsPattern("\\?room=[0-9a-f]{32}$");
        Page second = browser.newPage();
        second.navigate(address);
        live(second);
        Page stranger = openRoom();
        assertThat(stranger.url()).isNotEqualTo(address);

        first.getByLabel("Message").fill("<i>psst</i>");
        button(demo(first), "Say it").click();
        second.getByLabel("Message").fill("I hear you");
        second.getByLabel("Message").press("Enter");

        String[] said = {"<i>psst</i>", "I hear you"};
        assertThat(first.locator("#messages li")).hasText(said);
        assertThat(second.locator("#messages li")).hasText(said);
        // What the stranger says comes after what the others said, and is all that the stranger's room has.
        button(demo(stranger), "Say it").click();
        assertThat(stranger.locator("#messages li")).hasText(new String[] {"Hello"});
        assertThat(first.locator("#messages li")).hasText(said);
    }

    @Test
    @DisplayName("D45: the authorizer admits the team to its room")
    void sharedRoomIsOpenToTheTeam() {
        Page first = openAs("ada", "shared-room");
        Page second = openAs("ada", "shared-room");

        first.getByLabel("Message").fill("Stand-up in five minutes");
        button(demo(first), "Tell the team").click();

        assertThat(first.locator("#messages li")).hasText("ada Stand-up in five minutes");
        assertThat(second.locator("#messages li")).hasText("ada Stand-up in five minutes");
    }

    @Test
    @DisplayName("D45: who is not in the team is refused before the upgrade, signed in or not")
    void sharedRoomIsClosedToOthers() {
        browser.expectErrors("WebSocket connection to .*/team.* failed.*403");

        Page anonymous = browser.newPage();
        anonymous.clock().install();
        assertRefused(anonymous);
        anonymous.clock().runFor(3000);
        assertThat(anonymous.locator("#liveview-notice")).isVisible();

        assertRefused(openAs("grace", "hello"));
    }

    @Test
    @DisplayName("D45: a room that anybody could think of is refused as well where nobody guards it")
    void privateRoomIsNeverOneThatCanBeGuessed() {
        browser.expectErrors("WebSocket connection to .*/lobby.* failed.*403");
        Page page = browser.newPage();

        ConsoleMessage error = page.waitForConsoleMessage(() -> page.navigate(url("/recipes/private-room?room=lobby")));

        assertThat(error.text()).contains("403");
    }

    @Test
    void socketOfTheShowcaseHasThePathThatIsConfigured() {
        Page page = browser.newPage();
        WebSocket socket = page.waitForWebSocket(() -> open(page, "custom-path"));

        button(demo(page), "Where is the endpoint").click();

        assertThat(page.locator("#path")).hasText(Pattern.compile("/custom/liveview/[\\w-]{22,}"));
        assertThat(socket.url()).endsWith(page.locator("#path").textContent());
    }

    private void assertRefused(Page page) {
        ConsoleMessage error = page.waitForConsoleMessage(() -> page.navigate(url("/recipes/shared-room")));

        assertThat(error.text()).contains("403");
        assertThat(page.locator("html"))
                .hasAttribute("data-liveview-status", Pattern.compile("connecting|disconnected"));
        assertThat(page.locator("#messages li")).hasCount(0);
    }

    private Page openRoom() {
        Page page = open("private-room");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open a room"))
                .click();
        assertThat(page.getByLabel("Message")).isVisible();
        live(page);
        return page;
    }
}

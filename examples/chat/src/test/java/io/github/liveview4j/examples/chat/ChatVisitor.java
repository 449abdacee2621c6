package io.github.liveview4j.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** Somebody in a browser of their own, and what they do and see in the chat. */
record ChatVisitor(Page page, String url) {

    /** Signs in at the chat that is at an address, and looks at the lobby. */
    static ChatVisitor signIn(Page page, String url, String name) {
        page.navigate(url);
        page.getByLabel("Your name").fill(name);
        button(page, "Come in").click();
        ChatVisitor visitor = new ChatVisitor(page, url);
        visitor.awaitLive();
        return visitor;
    }

    /** Opens a room that there is or is not, and waits until its page is live. */
    ChatVisitor enter(String room) {
        page.navigate(url);
        awaitLive();
        page.getByLabel("Open another room").fill(room);
        page.getByLabel("Open another room").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText(room);
        awaitLive();
        return this;
    }

    void say(String text) {
        field().fill(text);
        field().press("Enter");
        assertThat(field()).hasValue("");
    }

    Locator field() {
        return page.getByLabel("Your message");
    }

    /** What was said, without who said it and when. */
    Locator said() {
        return page.locator(".message > p:not(.head)");
    }

    Locator message(String text) {
        return page.locator(".message", new Page.LocatorOptions().setHasText(text));
    }

    Locator typing() {
        return page.locator("#typing > *");
    }

    void awaitLive() {
        assertThat(page.locator("html")).hasAttribute("data-liveview-status", "connected");
    }

    /** By how many pixels the page is wider than the window. */
    Object overflow() {
        return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}

package io.github.liveview4j.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.github.liveview4j.examples.support.ApplicationProcess;
import io.github.liveview4j.examples.support.BrowserExtension;
import io.github.liveview4j.examples.support.Forwarder;
import io.github.liveview4j.examples.support.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two applications with a Redis and a database between them: a chatter does not know where the others are. */
class TwoNodesTests {

    /** What Chromium itself writes to the console, every time that it does not reach the server. */
    private static final String CONNECTION_FAILED = "^WebSocket connection to .* failed";

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    @TempDir
    static Path folder;

    /** The Redis may be one that others use. */
    private static final String PREFIX = "chat-" + UUID.randomUUID();

    private static ApplicationProcess first;
    private static ApplicationProcess second;

    @BeforeAll
    static void start() throws IOException {
        first = node();
        second = node();
    }

    @AfterAll
    static void stop() throws Exception {
        for (ApplicationProcess node : new ApplicationProcess[] {first, second}) {
            if (node != null) {
                node.kill();
            }
        }
    }

    @Test
    void whatIsSaidOnOneNodeIsShownOnTheOther() {
        ChatVisitor ada =
                ChatVisitor.signIn(browser.newPage(), first.url(), "Ada").enter("Bridge");
        ChatVisitor grace =
                ChatVisitor.signIn(browser.newPage(), second.url(), "Grace").enter("Bridge");
        ChatVisitor inTheLobby = ChatVisitor.signIn(browser.newPage(), second.url(), "Ada");

        ada.field().pressSequentially("Go");
        assertThat(grace.typing()).hasText("Ada is typing…");
        ada.say("Good morning");
        assertThat(grace.said()).hasText(new String[] {"Good morning"});
        assertThat(inTheLobby.page().getByText("You: Good morning")).isVisible();
        grace.say("Hello");
        assertThat(ada.said()).hasText(new String[] {"Good morning", "Hello"});
        assertThat(ada.typing()).hasCount(0);
    }

    @Test
    void signInHoldsOnEveryNode() {
        ChatVisitor ada = ChatVisitor.signIn(browser.newPage(), first.url(), "Ada");

        ada.page().navigate(second.url());

        ada.awaitLive();
        assertThat(ada.page().locator(".account")).containsText("Ada");
    }

    /** The first node has the database open, too: the other one takes that over as well. */
    @Test
    void pageWhoseNodeIsKilledMovesToTheOtherAndHasLostNothing() throws Exception {
        try (Forwarder proxy = new Forwarder(first.port())) {
            ChatVisitor ada =
                    ChatVisitor.signIn(browser.newPage(), proxy.url(), "Ada").enter("Harbour");
            ChatVisitor grace =
                    ChatVisitor.signIn(browser.newPage(), second.url(), "Grace").enter("Harbour");
            grace.say("One");
            assertThat(ada.said()).hasText(new String[] {"One"});
            browser.expectErrors(CONNECTION_FAILED);

            first.kill();
            assertThat(ada.page().locator("html")).hasAttribute("data-liveview-status", "disconnected");
            grace.say("Two");
            grace.say("Three");
            assertThat(ada.said()).hasText(new String[] {"One"});

            proxy.moveTo(second.port());
            ada.awaitLive();
            assertThat(ada.said()).hasText(new String[] {"One", "Two", "Three"});
            ada.say("Four");
            String[] all = {"One", "Two", "Three", "Four"};
            assertThat(ada.said()).hasText(all);
            assertThat(grace.said()).hasText(all);
            ada.page().reload();
            assertThat(ada.said()).hasText(all);
        } finally {
            first.start();
        }
    }

    private static ApplicationProcess node() throws IOException {
        return new ApplicationProcess(
                ChatApplication.class,
                "--spring.profiles.active=two-nodes",
                "--spring.data.redis.url=" + TestRedis.url(),
                "--liveview.redis.prefix=" + PREFIX,
                "--chat.database=" + folder.resolve("chat"));
    }
}

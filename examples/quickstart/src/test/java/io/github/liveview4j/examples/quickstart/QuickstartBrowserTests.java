package io.github.liveview4j.examples.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import io.github.liveview4j.examples.support.Accessibility;
import io.github.liveview4j.examples.support.ApplicationProcess;
import io.github.liveview4j.examples.support.BrowserExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuickstartBrowserTests {

    private static final Path SCREENSHOT = Path.of("target", "screenshots", "quickstart.png");
    private static final String STATUS = "data-liveview-status";

    /** What Chromium itself writes to the console, every time that it does not reach the server. */
    private static final String CONNECTION_FAILED = "^WebSocket connection to .* failed";

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    private static ApplicationProcess application;

    @BeforeAll
    static void start() throws IOException {
        application = new ApplicationProcess(QuickstartApplication.class);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (application != null) {
            application.kill();
        }
    }

    @Test
    @DisplayName("a click greets, with what the field says, and without a Redis (D3, D59)")
    void clickGreets() {
        Page page = open();
        assertThat(greeting(page)).hasText("Hello, World");

        greet(page, "Ada");

        assertThat(greeting(page)).hasText("Hello, Ada");
        // Connected too, so that the picture is of a page at rest.
        assertThat(root(page)).hasAttribute(STATUS, "connected");
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOT));
    }

    @Test
    void enterGreets() {
        Page page = open();

        name(page).fill("Grace");
        name(page).press("Enter");

        assertThat(greeting(page)).hasText("Hello, Grace");
        assertThat(page).hasURL(application.url());
    }

    @Test
    void emptyNameGreetsTheWorld() {
        Page page = open();
        greet(page, "Ada");
        assertThat(greeting(page)).hasText("Hello, Ada");

        greet(page, "");

        assertThat(greeting(page)).hasText("Hello, World");
    }

    @Test
    void markupInANameIsText() {
        Page page = open();

        greet(page, "<b>x</b>");

        assertThat(greeting(page)).hasText("Hello, <b>x</b>");
        assertThat(greeting(page).locator("b")).hasCount(1); // the template's own
    }

    @Test
    void textTypedWhileTheAnswerArrivesStays() {
        AtomicBoolean hold = new AtomicBoolean();
        List<Runnable> held = new ArrayList<>();
        Page page = browser.newPage();
        page.routeWebSocket(Pattern.compile(".*"), socket -> {
            WebSocketRoute server = socket.connectToServer();
            server.onMessage(frame -> {
                Runnable delivery = () -> deliver(socket, frame);
                if (hold.get()) {
                    held.add(delivery);
                } else {
                    delivery.run();
                }
            });
        });
        page.navigate(application.url());
        assertThat(root(page)).hasAttribute(STATUS, "connected");

        hold.set(true);
        greet(page, "Ada");
        page.waitForCondition(() -> !held.isEmpty());
        name(page).fill("Gra");
        hold.set(false);
        held.forEach(Runnable::run);

        assertThat(greeting(page)).hasText("Hello, Ada");
        assertThat(name(page)).isFocused();
        page.keyboard().type("ce");
        assertThat(name(page)).hasValue("Grace");
    }

    @Test
    @DisplayName("a double click does no harm (D30)")
    void doubleClickDoesNoHarm() {
        Page page = open();
        name(page).fill("Ada");

        button(page).dblclick();

        assertThat(greeting(page)).hasText("Hello, Ada");
        greet(page, "Grace");
        assertThat(greeting(page)).hasText("Hello, Grace");
    }

    @Test
    void backAndForwardDoNoHarm() {
        Page page = open();
        greet(page, "Ada");
        assertThat(greeting(page)).hasText("Hello, Ada");
        page.navigate(application.url() + "?second");
        page.reload();

        page.goBack();

        assertThat(page).hasURL(application.url());
        assertThat(root(page)).hasAttribute(STATUS, "connected");
        greet(page, "Grace");
        assertThat(greeting(page)).hasText("Hello, Grace");

        page.goForward();

        assertThat(root(page)).hasAttribute(STATUS, "connected");
        greet(page, "Edith");
        assertThat(greeting(page)).hasText("Hello, Edith");
    }

    @Test
    @DisplayName("a page comes back after the server was killed, however long it was away (D1)")
    void pageComesBackAfterTheServerWasKilled() throws Exception {
        Page page = browser.newPage();
        page.addInitScript("window.webSocketConfig = { retryMax: 2000 }");
        page.navigate(application.url());
        greet(page, "Ada");
        assertThat(greeting(page)).hasText("Hello, Ada");
        browser.expectErrors(CONNECTION_FAILED);
        // The update goes out at once, the call's reply after it: who kills between the two leaves a call unanswered.
        browser.expectErrors("^LiveView: say_hello: error unknown");

        application.kill();
        assertThat(root(page)).hasAttribute(STATUS, "disconnected");
        assertThat(greeting(page)).hasText("Hello, Ada");

        application.start();
        assertThat(root(page)).hasAttribute(STATUS, "connected");
        greet(page, "Grace");
        assertThat(greeting(page)).hasText("Hello, Grace");
    }

    @Test
    void clickMadeWhileTheServerWasAwayIsDelivered() throws Exception {
        Page page = browser.newPage();
        // A start on a slow machine may take longer than a click is kept by default.
        page.addInitScript("window.webSocketConfig = { queueAge: 120000, retryMax: 2000 }");
        page.navigate(application.url());
        assertThat(root(page)).hasAttribute(STATUS, "connected");
        browser.expectErrors(CONNECTION_FAILED);

        application.kill();
        assertThat(root(page)).hasAttribute(STATUS, "disconnected");
        greet(page, "Ada");
        assertEquals(1, page.evaluate("LiveView.queueLength"));
        assertThat(greeting(page)).hasText("Hello, World");

        application.start();
        assertThat(greeting(page)).hasText("Hello, Ada");
        assertEquals(0, page.evaluate("LiveView.queueLength"));
    }

    @Test
    void nothingIsCutOffOnAPhone() {
        Page page = browser.newPhonePage();
        page.navigate(application.url());
        assertEquals(0, overflow(page));

        greet(page, "Ada".repeat(100));

        assertThat(greeting(page)).hasText("Hello, " + "Ada".repeat(100));
        assertEquals(0, overflow(page));
    }

    @Test
    void pageIsAccessible() {
        Page page = open();
        assertThat(root(page)).hasAttribute(STATUS, "connected");
        Accessibility.check(page);

        greet(page, "Ada");
        assertThat(greeting(page)).hasText("Hello, Ada");
        Accessibility.check(page);
    }

    private static Page open() {
        Page page = browser.newPage();
        page.navigate(application.url());
        return page;
    }

    private static void greet(Page page, String name) {
        name(page).fill(name);
        button(page).click();
    }

    private static Locator root(Page page) {
        return page.locator("html");
    }

    private static Locator greeting(Page page) {
        return page.getByRole(AriaRole.HEADING);
    }

    private static Locator name(Page page) {
        return page.getByLabel("Your name");
    }

    private static Locator button(Page page) {
        return page.getByRole(AriaRole.BUTTON);
    }

    /** By how many pixels the page is wider than the window. */
    private static Object overflow(Page page) {
        return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static void deliver(WebSocketRoute socket, WebSocketFrame frame) {
        if (frame.text() != null) {
            socket.send(frame.text());
        } else {
            socket.send(frame.binary());
        }
    }
}

package io.github.liveview4j.examples.quickstart;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser for a test class, with pages that share nothing. A test fails for an error that one of its pages reported
 * and that the test did not expect.
 *
 * <p>To be registered in a static field.
 */
class BrowserExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** Far more than anything takes: a loaded machine is no reason to fail. */
    private static final int PATIENCE = 30_000;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox", // the sandbox does not work for root, who runs the tests in many containers
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Pattern> expectedErrors = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;

    /** Returns a new empty page in a small window of a screen with two pixels for one. */
    Page newPage() {
        return newPage(new NewContextOptions().setViewportSize(640, 360).setDeviceScaleFactor(2));
    }

    /** Returns a new empty page as a small phone has it. */
    Page newPhonePage() {
        return newPage(new NewContextOptions()
                .setViewportSize(320, 568)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    /**
     * Permits errors in the rest of the test.
     *
     * @param regex what part of the message looks like
     */
    void expectErrors(String regex) {
        expectedErrors.add(Pattern.compile(regex));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Path executable = InstalledBrowser.require();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> unexpected;
        try {
            // Playwright hands out events only while it is called: this brings what the pages have reported so far.
            contexts.forEach(each -> each.pages().forEach(page -> page.evaluate("0")));
            contexts.forEach(BrowserContext::close);
            unexpected = errors.stream().filter(this::isUnexpected).toList();
        } finally {
            contexts.clear();
            errors.clear();
            expectedErrors.clear();
        }
        Assertions.assertEquals(List.of(), unexpected, "errors reported by the page");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    private Page newPage(NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE);
        context.onWebError(error -> errors.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        return context.newPage();
    }

    private boolean isUnexpected(String error) {
        return expectedErrors.stream()
                .noneMatch(expected -> expected.matcher(error).find());
    }
}

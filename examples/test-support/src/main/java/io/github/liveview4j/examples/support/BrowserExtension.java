package io.github.liveview4j.examples.support;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Pages of a real browser that share nothing: every new page is another visitor. A test fails for an error that one of
 * its pages reported and that the test did not expect; what a page's content policy had to refuse is one.
 *
 * <p>To be registered in a static field. All test classes of a run share one browser process. For one thread.
 */
public final class BrowserExtension implements BeforeAllCallback, AfterEachCallback {

    /** In milliseconds, far more than anything takes: a loaded machine is no reason to fail. Who expects failures shortens it. */
    private static final int PATIENCE = Integer.getInteger("liveview.browser.patience", 60_000);

    /** Browsers do not write every violation to the console. */
    private static final String TELL_VIOLATIONS = """
            document.addEventListener("securitypolicyviolation", (violation) => {
              const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = violation;
              console.error(`policy violated: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
            });""";

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Pattern> expectedErrors = new ArrayList<>();
    private @Nullable RunningBrowser browser;

    /** Returns a new empty page in a small window of a screen with two pixels for one. */
    public Page newPage() {
        return newPage(640, 360);
    }

    /**
     * Returns a new empty page in a window of the given size, on a screen with two pixels for one.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    public Page newPage(int width, int height) {
        return newPage(new NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(2));
    }

    /** Returns a new empty page as a small phone has it. */
    public Page newPhonePage() {
        return newPage(new NewContextOptions()
                .setViewportSize(320, 568)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    /**
     * Returns a new empty page.
     *
     * @param options what its visitor's browser is like
     */
    public Page newPage(NewContextOptions options) {
        if (browser == null) {
            throw new IllegalStateException("BrowserExtension has to be registered in a static field");
        }
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE);
        context.addInitScript(TELL_VIOLATIONS);
        context.onWebError(error -> errors.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        return context.newPage();
    }

    /**
     * Permits errors in the rest of the test.
     *
     * @param regex what part of the message looks like
     */
    public void expectErrors(String regex) {
        expectedErrors.add(Pattern.compile(regex));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(Namespace.create(BrowserExtension.class))
                .computeIfAbsent("browser", key -> new RunningBrowser(), RunningBrowser.class);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        closePages();
    }

    /** Closes all pages, and fails if one of them reported an error that was not expected. */
    void closePages() {
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

    private boolean isUnexpected(String error) {
        return expectedErrors.stream()
                .noneMatch(expected -> expected.matcher(error).find());
    }
}

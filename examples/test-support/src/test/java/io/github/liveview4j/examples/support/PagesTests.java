package io.github.liveview4j.examples.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tests of pages rely upon: that a page which is wrong fails them. */
class PagesTests {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "require-trusted-types-for 'script'; trusted-types liveview";

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "script-src-elem inline|<script>void 0</script>",
                "style-src-attr inline|<p style='color: red'>Red</p>",
                "style-src-elem inline|<style>p { color: red }</style>",
                "script-src-attr inline|<input autofocus onfocus='void 0'>",
                "img-src http://elsewhere.test/x.png|<img src='http://elsewhere.test/x.png' alt=''>",
                "require-trusted-types-for trusted-types-sink|<script src='/sink.js'></script>"
            })
    void whatThePolicyRefusesFailsTheTest(String violation, String html) {
        open(html);

        assertThatThrownBy(browser::closePages)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("policy violated: " + violation);
    }

    @Test
    void pageThatKeepsItsPolicyPasses() {
        open("<script src='/fine.js'></script>");

        browser.closePages();
    }

    @Test
    void whatOnlyOneOfTheSchemesCannotReadFailsTheCheck() {
        Page page = open("""
                <html lang="en"><title>Grey</title><link rel="stylesheet" href="/grey.css"><main><h1>Grey</h1></main>""");

        assertThatThrownBy(() -> Accessibility.check(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in DARK")
                .hasMessageContaining("color-contrast: h1: ");
    }

    @Test
    void bestPracticesAreChecked() {
        Page page = open("<html lang='en'><title>Outside</title><p>Outside any landmark</p>");

        assertThatThrownBy(() -> Accessibility.check(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("region: p: ");
    }

    private static Page open(String html) {
        Page page = browser.newPage();
        Map<String, String> scripts =
                Map.of("sink.js", "try { document.createElement('p').innerHTML = 'x' } catch { }", "fine.js", "void 0");
        page.route(
                "**/*.js",
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(scripts.get(route.request().url().replaceAll(".*/", "")))));
        page.route(
                "**/*.css",
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("text/css")
                        .setBody("@media (prefers-color-scheme: dark) { body { background: #000; color: #333 } }")));
        page.route(
                "**/page",
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(Map.of("Content-Security-Policy", POLICY))
                        .setBody("<!DOCTYPE html>" + html)));
        page.navigate("http://pages.test/page");
        return page;
    }
}

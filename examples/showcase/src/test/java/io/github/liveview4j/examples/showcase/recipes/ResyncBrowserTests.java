package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A page that cannot know what it has missed fetches itself, under a policy that permits nothing that is inline. */
class ResyncBrowserTests extends RecipeTest {

    /** The page's html comes from a server that has gone. Deferred scripts, ours among them, run after the first event. */
    static final String FROM_ANOTHER_TIME = """
            document.addEventListener("readystatechange", () => {
              document.querySelector("script[data-position]").dataset.position = "another1:7";
            }, { once: true });
            window.violations = [];
            document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
            window.mayResync = new Promise((done) => (window.letItResync = done));
            const load = window.fetch;
            window.fetch = async (...what) => {
              await mayResync;
              return load(...what);
            };
            window.resynced = 0;
            document.addEventListener("liveview:resynced", () => resynced++);""";

    @Test
    void pageIsBroughtInLineUnderAStrictPolicy() {
        Page page = browser.newPage(1000, 700);
        page.addInitScript(FROM_ANOTHER_TIME);
        List<String> requests = requests(page);
        String address = url(contextPath() + "/recipes/contact");
        Response first = Objects.requireNonNull(page.navigate(address));
        assertThat(first.headerValue("Content-Security-Policy"))
                .contains("default-src 'none'", "require-trusted-types-for 'script'", "trusted-types liveview");
        live(page);

        page.getByLabel("Jobs").check();
        page.getByLabel("E-mail").fill("ada@example.org");
        page.getByLabel("Message").fill("How much is it?");
        page.getByLabel("Your name").fill("Ada");
        screenshot(page, "before-resync");
        page.evaluate("letItResync()");
        page.waitForFunction("() => resynced === 1");
        screenshot(page, "after-resync");

        assertThat(page.getByLabel("Jobs")).isChecked();
        assertThat(page.getByLabel("Prices")).not().isChecked();
        assertThat(page.getByLabel("Your name")).isFocused();
        assertThat(requests).filteredOn(request -> request.startsWith("fetch ")).containsExactly("fetch " + address);
        assertThat(requests)
                .filteredOn(request -> request.contains("/liveview/liveview-page.min.js"))
                .singleElement()
                .asString()
                .startsWith("script " + url(contextPath() + "/liveview/"));
        button(demo(page), "Send").click();
        assertThat(page.locator("#thanks")).hasText("Thank you, Ada. We will write to ada@example.org about Jobs.");
        assertThat(page.evaluate("violations")).isEqualTo(List.of());
    }

    @Test
    void elementThatAskedForItsContentAsksAgain() {
        Page page = browser.newPage(1000, 700);
        page.addInitScript(FROM_ANOTHER_TIME);
        page.navigate(url(contextPath() + "/recipes/counter"));
        Locator value = page.locator("#counter-1-value");
        assertThat(value).hasText("0");
        Locator add = page.getByLabel("Add one to counter 1");
        add.click();
        assertThat(value).hasText("1");

        page.evaluate("letItResync()");
        page.waitForFunction("() => resynced === 1");

        assertThat(value).hasText("1");
        add.click();
        assertThat(value).hasText("2");
    }

    String contextPath() {
        return "";
    }

    /** Every kind of request, and where it goes. */
    private static List<String> requests(Page page) {
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.resourceType() + " " + request.url()));
        return requests;
    }

    private void screenshot(Page page, String name) {
        String file = name + contextPath().replace('/', '-') + ".png";
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "screenshots", file)));
    }
}

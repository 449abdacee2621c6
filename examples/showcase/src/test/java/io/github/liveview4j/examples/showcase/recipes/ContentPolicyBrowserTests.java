package io.github.liveview4j.examples.showcase.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.github.liveview4j.examples.showcase.catalogue.Catalogue;
import io.github.liveview4j.examples.showcase.catalogue.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No recipe needs more than a policy that permits nothing inline, nothing from elsewhere and no html from text: not when it
 * is loaded, not when its page fetches itself, and not when it is used. What the policy has to refuse is an error of the
 * page, which fails the test.
 */
class ContentPolicyBrowserTests extends RecipeTest {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types liveview";

    private static final String COUNT_UPDATES = """
            window.rendered = 0;
            document.addEventListener("liveview:rendered", () => rendered++);""";

    @ParameterizedTest
    @MethodSource("recipes")
    void recipeKeepsThePolicy(String recipe) {
        Page page = browser.newPage(1000, 700);
        page.addInitScript(ResyncBrowserTests.FROM_ANOTHER_TIME);
        page.addInitScript(COUNT_UPDATES);
        List<String> scripts = new ArrayList<>();
        page.onRequest(request -> {
            if (request.resourceType().equals("script")) {
                scripts.add(request.url().replaceAll(".*/|\\?.*", ""));
            }
        });

        signIn(page, "ada");

        Response response = Objects.requireNonNull(page.navigate(url("/recipes/" + recipe)));
        assertThat(response.headerValue("Content-Security-Policy")).isEqualTo(POLICY);
        live(page);
        enter(page);
        page.evaluate("letItResync()");
        page.waitForFunction("() => resynced === 1");
        use(page);

        // Also what is loaded only when it is needed came, by an import that the policy permits.
        assertThat(scripts).hasSizeGreaterThan(1).allMatch(script -> script.startsWith("liveview"));
    }

    /** What somebody does who wants to see what it does: fills in what there is, scrolls, and presses the first button. */
    private static void use(Page page) {
        Object before = page.evaluate("rendered");
        Locator demo = demo(page);
        for (Locator field : demo.locator("input[name]:not([type=checkbox], [type=hidden]), textarea")
                .all()) {
            field.fill("ada.lovelace@example.org");
        }
        demo.locator(".scrollbox").evaluateAll("boxes => boxes.forEach(box => box.scrollTo(0, box.scrollHeight))");
        Locator button = demo.locator("button, a[data-action]").first();
        if (button.count() > 0) {
            button.click();
        } else {
            demo.locator("input").evaluateAll("fields => fields.forEach(field => field.blur())");
        }
        page.waitForFunction("before => rendered > before", before);
    }

    /** Opens the room of the recipe that begins without one. */
    private static void enter(Page page) {
        Locator door = demo(page).locator("a.button");
        if (door.count() > 0) {
            door.click();
            page.waitForURL("**?room=*");
            live(page);
        }
    }

    static Stream<String> recipes() {
        return new Catalogue().all().stream().map(Recipe::id);
    }
}

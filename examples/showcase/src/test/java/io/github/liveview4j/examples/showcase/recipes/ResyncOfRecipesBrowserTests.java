package io.github.liveview4j.examples.showcase.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.showcase.catalogue.Catalogue;
import io.github.liveview4j.examples.showcase.catalogue.Recipe;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that fetches itself, and that nobody has touched, looks as it did. */
class ResyncOfRecipesBrowserTests extends RecipeTest {

    /** The one that lets no strangers in, and those that ask for their content once they are there. */
    private static final Set<String> LEFT_OUT = Set.of("shared-room", "counter", "middleware");

    /** What is another one in every view: the time, the name of a new room, and what a form is protected by. */
    private static final String NEW_EVERY_TIME =
            "\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?|[0-9a-f]{32}|(?<=name=\"_csrf\" value=\")[^\"]+";

    @ParameterizedTest
    @MethodSource("recipes")
    void recipeIsTheSameAfterwards(String recipe) {
        Page page = browser.newPage(1000, 700);
        page.addInitScript(ResyncBrowserTests.FROM_ANOTHER_TIME);
        open(page, recipe);
        String before = content(page);

        page.evaluate("letItResync()");
        page.waitForFunction("() => resynced === 1");

        assertThat(content(page)).isEqualTo(before);
        assertThat(page.evaluate("violations")).isEqualTo(List.of());
    }

    static Stream<String> recipes() {
        return new Catalogue().all().stream().map(Recipe::id).filter(recipe -> !LEFT_OUT.contains(recipe));
    }

    private static String content(Page page) {
        return page.locator("#content").innerHTML().replaceAll(NEW_EVERY_TIME, "...");
    }
}

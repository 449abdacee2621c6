package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class BlogBrowserTests extends RecipeTest {

    @Test
    void commentsAreShownAddedAndKept() {
        Page page = open("blog");
        Locator comments = page.locator("#comment-list li");
        button(demo(page), "Comments on Quiet harbours of Lisbon").click();
        assertThat(page.locator("#comments h2")).hasText("Comments on Quiet harbours of Lisbon");

        page.getByLabel("Your comment").fill("I was there <b>once</b>");
        button(demo(page), "Add the comment").click();
        assertThat(comments).hasText(new String[] {"I was there <b>once</b>"});
        assertThat(page.getByLabel("Your comment")).hasValue("");
        page.getByLabel("Your comment").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("A comment has 1 to 500 characters.");
        page.getByLabel("Your comment").fill("And twice");
        page.getByLabel("Your comment").press("Enter");
        assertThat(comments).hasText(new String[] {"I was there <b>once</b>", "And twice"});

        page.getByLabel("Your comment").fill("x".repeat(500));
        page.getByLabel("Your comment").press("Enter");
        assertThat(comments).hasCount(3);

        button(demo(page), "Comments on Quiet harbours of Bergen").click();
        assertThat(page.locator("#comments h2")).hasText("Comments on Quiet harbours of Bergen");
        assertThat(comments).hasCount(0);
        Page other = open("blog");
        button(demo(other), "Comments on Quiet harbours of Lisbon").click();
        assertThat(other.locator("#comment-list li"))
                .hasText(new String[] {"I was there <b>once</b>", "And twice", "x".repeat(500)});
    }

    @Test
    void articleThatIsNotThereIsSaidToBeMissing() {
        Page page = open("blog");

        button(demo(page), "Comments on an article that is not there").click();
        assertThat(page.locator("#comments")).hasText("Article not found");

        // Anybody can change what stands in an attribute.
        button(demo(page), "Comments on Quiet harbours of Lisbon").click();
        page.locator("#comment-form").evaluate("form => form.dataset.dataArticleId = '0'");
        page.getByLabel("Your comment").fill("Where am I");
        button(demo(page), "Add the comment").click();
        assertThat(page.locator("#comments")).hasText("Article not found");
    }
}

package io.github.liveview4j.examples.showcase.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.test.AutoConfigureLiveView;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestElement;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureLiveView
class BlogTests {

    @Autowired
    private LiveViewTester tester;

    @Test
    void commentsAreShownAddedAndKept() {
        TestPage page = tester.open("/recipes/blog");
        TestElement text = page.element("#text");
        page.element("[aria-label='Comments on Quiet harbours of Lisbon']").click();
        assertThat(page).element("#comments h2").hasText("Comments on Quiet harbours of Lisbon");

        text.change("I was there <b>once</b>");
        page.element("#comment-form button").click();
        assertThat(page).elements("#comment-list li").haveTexts("I was there <b>once</b>");
        assertThat(text).hasValue("");
        text.press("enter");
        assertThat(page).element("#comment-error").hasText("A comment has 1 to 500 characters.");
        text.change("And twice");
        text.press("enter");
        assertThat(page).elements("#comment-list li").haveTexts("I was there <b>once</b>", "And twice");

        text.change("x".repeat(500));
        text.press("enter");
        assertThat(page).elements("#comment-list li").hasCount(3);

        page.element("[aria-label='Comments on Quiet harbours of Bergen']").click();
        assertThat(page).element("#comments h2").hasText("Comments on Quiet harbours of Bergen");
        assertThat(page).elements("#comment-list li").hasCount(0);
        TestPage other = tester.open("/recipes/blog");
        other.element("[aria-label='Comments on Quiet harbours of Lisbon']").click();
        assertThat(other)
                .elements("#comment-list li")
                .haveTexts("I was there <b>once</b>", "And twice", "x".repeat(500));
    }

    @Test
    void articleThatIsNotThereIsSaidToBeMissing() {
        TestPage page = tester.open("/recipes/blog");

        page.element("button[data-data-article-id=4711]").click();

        assertThat(page).hasNoWarnings().element("#comments").hasText("Article not found");
    }
}

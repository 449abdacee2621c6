package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class ScrollBrowserTests extends RecipeTest {

    @Test
    void pageGoesToTheSectionAndBackToTheTop() {
        Page page = open(browser.newPhonePage(), "scroll");
        Locator last = page.locator("#section-6 h2");
        assertThat(last).not().isInViewport();

        button(demo(page), "Section 6").click();
        assertThat(last).isInViewport();
        assertThat(page.locator("h1")).not().isInViewport();
        assertThat(page.locator(".chapter.note h2")).hasText("Section 6");

        button(demo(page), "Back to the top").click();
        assertThat(page.locator("h1")).isInViewport();
        page.waitForFunction("() => scrollY === 0");

        button(demo(page), "Section 3").click();
        assertThat(page.locator("#section-3 h2")).isInViewport();
        assertThat(page.locator(".chapter.note h2")).hasText("Section 3");
    }
}

package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LanguageBrowserTests extends RecipeTest {

    @Test
    @DisplayName("D11: page and handler speak the language that was chosen, and go on doing so")
    void pageAndHandlerAgree() {
        Page page = open("language");
        assertSpeaks(page, "en", "Welcome", "Show the content", "This content is in your language.");

        choose(page, "Español");
        assertSpeaks(page, "es", "Bienvenida", "Mostrar el contenido", "Este contenido está en tu idioma.");

        open(page, "language");
        assertSpeaks(page, "es", "Bienvenida", "Mostrar el contenido", "Este contenido está en tu idioma.");

        choose(page, "English");
        assertSpeaks(page, "en", "Welcome", "Show the content", "This content is in your language.");
    }

    @Test
    @DisplayName("D11: without a choice both speak the browser's language, and never one that the application has not")
    void browserLanguageCountsWhereTheApplicationHasIt() {
        Page spanish = open(browser.newPage(new NewContextOptions().setLocale("es-ES")), "language");
        assertSpeaks(spanish, "es", "Bienvenida", "Mostrar el contenido", "Este contenido está en tu idioma.");

        Page german = open(browser.newPage(new NewContextOptions().setLocale("de-DE")), "language");
        assertSpeaks(german, "en", "Welcome", "Show the content", "This content is in your language.");
        german.evaluate("document.documentElement.lang = 'fr'");
        assertSpeaks(german, "fr", "Welcome", "Show the content", "This content is in your language.");
    }

    @Test
    @DisplayName("D11: a language that the application has not cannot be chosen")
    void languageThatTheApplicationHasNotIsNotChosen() {
        Page page = open("language?lang=fr");
        assertSpeaks(page, "en", "Welcome", "Show the content", "This content is in your language.");

        open(page, "language?lang=es");
        open(page, "language?lang=");
        assertSpeaks(page, "es", "Bienvenida", "Mostrar el contenido", "Este contenido está en tu idioma.");
    }

    private static void choose(Page page, String language) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(language))
                .click();
        page.waitForURL("**/language?lang=*");
        live(page);
    }

    private static void assertSpeaks(Page page, String language, String welcome, String show, String content) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(demo(page).locator("h2")).hasText(welcome);
        button(demo(page), show).click();
        assertThat(page.locator("#translated")).hasText(content);
    }
}

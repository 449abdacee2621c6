package io.github.liveview4j.examples.showcase.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.showcase.beside.Names;
import org.junit.jupiter.api.Test;

/** No name that a field or an element can have gets in the way of the library, of Stimulus, or of the rest of the page. */
class NamesBrowserTests extends RecipeTest {

    @Test
    void formWhoseFieldsHideWhatItHasItselfIsSentAndRenewed() {
        Page page = openNames();
        page.waitForFunction("() => document.querySelector('#greeting').textContent === 'Hello, 1'");

        page.evaluate("document.querySelector('#f button').click()");

        page.waitForFunction("() => document.querySelector('#taken').textContent === 'All taken, with p and c'");
        assertThat(page.evaluate("document.querySelector('#f b').textContent")).isEqualTo("2");
        assertThat(page.evaluate(
                        "Array.from(document.querySelectorAll('#f input'), ({ name, value }) => name + value)"))
                .isEqualTo(Names.FIELDS.stream().map(name -> name + "2").toList());
        assertThat(page.evaluate("({}).polluted === undefined && Object.keys(Object.prototype).length === 0"))
                .isEqualTo(true);
    }

    @Test
    void shortcutOfSuchAFormWorks() {
        Page page = openNames();
        page.evaluate("document.querySelector('#f input').focus()");

        page.keyboard().press("Control+s");

        page.waitForFunction("() => document.querySelector('#taken').textContent === 'All taken, with p and c'");
    }

    @Test
    void restOfThePageWorksBesideSuchAForm() {
        Page page = openNames();

        page.evaluate("document.querySelector('body > button').click()");

        page.waitForFunction("() => document.querySelector('#greeting').textContent === 'Hello, World'");
    }

    /** Without locators from here on: the script behind them does not expect such forms. */
    private Page openNames() {
        Page page = browser.newPage(1000, 700);
        page.navigate(url("/beside/names"));
        live(page);
        return page;
    }
}

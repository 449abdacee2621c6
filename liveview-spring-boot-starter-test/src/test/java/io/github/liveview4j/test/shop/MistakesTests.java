package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.PageFailure;
import io.github.liveview4j.test.TestPage;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the kit says when something is wrong. */
@LiveViewTest
class MistakesTests {

    @Autowired
    private LiveViewTester tester;

    @Test
    void missingElementSaysWhatThereIs() {
        TestPage page = tester.open("/form");

        wrong(() -> page.element("#checked button.save").click())
                .withMessageContaining(
                        "Expected one element for \"#checked button.save\" in /form, got none. There are:")
                .withMessageContaining("  <button id=\"publish\" name=\"how\">Publish");
        wrong(() -> page.element("#sav").click()).withMessageContaining("  <p id=\"echo\">");
    }

    @Test
    void severalElementsAreListed() {
        TestPage page = tester.open("/form");

        wrong(() -> page.element("input[name=tags]").check())
                .withMessageContaining("got 2:")
                .withMessageContaining("<input name=\"tags\" type=\"checkbox\">");
    }

    @Test
    void selectorThatIsNone() {
        wrong(() -> tester.open("/").element("#[").click())
                .withMessageContaining("Expected a CSS selector, got \"#[\"");
    }

    @Test
    void disabledElement() {
        TestPage page = tester.open("/");

        wrong(() -> page.element("#off").click())
                .withMessageContaining("Expected an element that is enabled, got the disabled <button id=\"off\"");
        assertThat(page).element("#off").isDisabled();
        assertThat(page).element("#add").isEnabled();
    }

    @Test
    void clickOfWhichNothingComes() {
        wrong(() -> tester.open("/").element("#nothing").click())
                .withMessageContaining("Nothing comes of a click on <button id=\"nothing\">Nothing");
        wrong(() -> tester.open("/").element("#nothing").fire("mouseenter"))
                .withMessageContaining("Nothing comes of the event mouseenter");
    }

    @Test
    void formThatTheBrowserDoesNotSubmit() {
        TestPage page = tester.open("/");
        wrong(() -> page.element("#say").click())
                .withMessageContaining("A browser does not submit <form id=\"hello\"")
                .withMessageContaining("<input id=\"name\" name=\"name\"> is required and empty");

        TestPage form = tester.open("/form");
        form.element("#email").change("Ana");
        wrong(() -> form.element("#checked").submit()).withMessageContaining("expects an e-mail address, got \"Ana\"");
    }

    @Test
    void callThatIsTooLargeForTheServer() {
        TestPage page = tester.open("/form");

        wrong(() -> page.element("#alone").type("x".repeat(70_000)))
                .withMessageContaining("past the 65536 of liveview.frame-limit");
    }

    @Test
    void optionThatIsNotThere() {
        TestPage page = tester.open("/form");

        wrong(() -> page.element("select[name=fruit]").select("Durian"))
                .withMessageContaining("Expected an option \"Durian\"")
                .withMessageContaining("got [a, b, c]");
        wrong(() -> page.element("select[name=fruit]").select("Cherry")).withMessageContaining("got the disabled");
    }

    @Test
    void typingIntoAButton() {
        wrong(() -> tester.open("/").element("#add").change("x"))
                .withMessageContaining("Expected a field to type into, got <button id=\"add\"");
    }

    @Test
    void handlerThatThrowsFailsTheClickWithItsCause() {
        TestPage page = tester.open("/");

        wrong(() -> page.element("#fail").click())
                .withMessageMatching("Clicking #fail: failed of fail, reference \\w+, because of "
                        + "java.lang.IllegalStateException: the shelf is empty")
                .withCauseInstanceOf(IllegalStateException.class);
        wrong(() -> page.element("#crash").click())
                .withMessageContaining("java.lang.AssertionError: the shelf is broken");
        assertThat(page).failedWith("failed");
        assertThat(page.failures())
                .extracting(failure -> failure.cause().getMessage())
                .containsExactly("the shelf is empty", "the shelf is broken");
    }

    @Test
    void errorOfTheApplicationsOwnIsForTheTestToLookAt() {
        TestPage page = tester.open("/");

        page.element("#sell_out").click();

        assertThat(page).failedWith("sold_out");
        assertThat(page.failures()).extracting(PageFailure::function).containsExactly("sell_out");
        wrong(() -> assertThat(page).hasNoFailures()).withMessageContaining("sold_out of sell_out");
    }

    @Test
    void mistakesOfThePageAreWarnedOf() {
        TestPage page = tester.open("/mistakes");

        assertThat(page.warnings())
                .containsExactly(
                        "Duplicate id \"twice\": 2 elements have it, and updates reach the first",
                        "No handler \"no_such\": <button id=\"unknown\" data-liveview-function=\"no_such\">Unknown names it in "
                                + "data-liveview-function",
                        "Not live: <button id=\"far\" data-liveview-function=\"add\">Far has an action of \"page\" and stands in "
                                + "no element with data-controller=\"page\"");
        wrong(() -> assertThat(page).hasNoWarnings()).withMessageContaining("Duplicate id");
        wrong(() -> page.element("#far").click()).withMessageContaining("it stands in no element with data-controller");
        wrong(() -> page.element("#nameless").click()).withMessageContaining("has the action page#run and no");
        wrong(() -> page.element("#unknown").click()).withMessageContaining("unknown_function of no_such");
    }

    @Test
    void targetThatMatchesNothingIsWarnedOf() {
        TestPage page = tester.open("/");

        page.element("#miss").click();

        assertThat(page.warnings()).containsExactly("Nothing matches the target \"#nowhere\" of an update of /");
    }

    @Test
    void warningsCanBeErrors() {
        wrong(() -> tester.failOnWarnings(true).open("/mistakes")).withMessageContaining("Duplicate id \"twice\"");
        TestPage page = tester.failOnWarnings(true).open("/");
        wrong(() -> page.element("#miss").click()).withMessageContaining("#nowhere");
    }

    @Test
    void assertionThatDoesNotComeTrueShowsWhatIsThere() {
        TestPage page = tester.timeout(Duration.ofMillis(50)).open("/");

        wrong(() -> assertThat(page).element("#greeting").hasText("Hello, Ana"))
                .withMessageContaining("Expected the text of #greeting to be\n  Hello, Ana\ngot\n  Hello, World\nof\n"
                        + "  <h1 id=\"greeting\" class=\"old\">Hello, <b>World</b></h1>\nafter ")
                .withMessageContaining(" ms on the page /");
        wrong(() -> assertThat(page).element("#gone").exists()).withMessageContaining("got none");
        wrong(() -> assertThat(page).element("#add").doesNotExist()).withMessageContaining("<button id=\"add\"");
        wrong(() -> assertThat(page).elements("li").hasCount(2))
                .withMessageContaining("Expected 2 elements for \"li\", got 1\n  <li id=\"item-1\">No. 1</li>");
        wrong(() -> assertThat(page).elements("li").haveTexts("a")).withMessageContaining("[No. 1]");
        wrong(() -> assertThat(page).received("toast")).withMessageContaining("Expected the event \"toast\", got none");
        wrong(() -> assertThat(page).hasTitle("Other")).withMessageContaining("Shop");
        wrong(() -> assertThat(page).isRedirectedTo("/x")).withMessageContaining("null");
        wrong(() -> assertThat(page).containsText("Durian")).withMessageContaining("Say hello");
        wrong(() -> assertThat(page).announced("x")).withMessageContaining("to be read out, got []");
        wrong(() -> assertThat(page).failedWith("x")).withMessageContaining("got []");
        wrong(() -> assertThat(page).failedWithMessage("x")).withMessageContaining("got []");
        wrong(() -> assertThat(page.element("#add")).as("the button").isChecked())
                .withMessageContaining("[the button] Expected #add to be ticked, got");
    }

    @Test
    void assertionTellsOfErrors() {
        TestPage page = tester.timeout(Duration.ofMillis(50)).open("/");
        page.element("#sell_out").click();

        wrong(() -> assertThat(page).element("#greeting").hasText("Hello, Ana"))
                .withMessageContaining("The page was told of errors: [sold_out of sell_out, because of ");
    }

    @Test
    void pageThatHasGoneIsNotWaitedFor() {
        TestPage page = tester.timeout(Duration.ofMinutes(5)).open("/");
        page.close();

        wrong(() -> assertThat(page).element("#greeting").hasText("Hello, Ana"))
                .withMessageContaining("which has no connection");
    }

    private static ThrowableAssertAlternative<AssertionError> wrong(ThrowingCallable act) {
        return assertThatExceptionOfType(AssertionError.class).isThrownBy(act);
    }
}

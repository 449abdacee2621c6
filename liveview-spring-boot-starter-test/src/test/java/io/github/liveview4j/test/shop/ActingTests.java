package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiveViewTest
class ActingTests {

    @Autowired
    private LiveViewTester tester;

    @Test
    void formIsSubmitted() {
        TestPage page = tester.open("/");

        page.element("#name").change("Ana");
        page.element("#hello").submit();

        assertThat(page).element("#greeting").hasText("Hello, Ana");
        assertThat(page.element("#name")).hasValue("Ana");
    }

    @Test
    void buttonOfAFormSubmitsIt() {
        TestPage page = tester.open("/");

        page.element("#name").type("Ana");
        page.element("button:contains(Say hello)").click();

        assertThat(page).element("#greeting").hasText("Hello, Ana");
    }

    @Test
    void clickReachesTheElementAround() {
        TestPage page = tester.open("/");

        page.element("#icon").click();

        assertThat(page).elements("#items li").haveTexts("No. 1", "No. 2");
    }

    @Test
    void whatIsThereIsBroughtAlongAndNotTwice() {
        TestPage page = tester.open("/");

        page.element("#add").click();
        page.element("#again").click();

        assertThat(page).elements("#items li").haveTexts("No. 2", "No. 1").hasCount(2);
        assertThat(page).hasNoWarnings();
    }

    @Test
    void elementIsRemoved() {
        TestPage page = tester.open("/");

        page.element("#take").click();

        assertThat(page).element("#item-1").doesNotExist();
        assertThat(page).elements("#items li").hasCount(0);
    }

    @Test
    void wholeFormIsSentAsABrowserSendsIt() {
        TestPage page = tester.open("/form");

        page.element("#publish").click();

        assertThat(page)
                .element("#echo")
                .hasText("form {fruit=[b], how=[publish], legend=[in], notes=[Some notes], outside=[far], "
                        + "secret=[h], size=[small], tags=[red], text=[plain]} data {formId=7}");
    }

    @Test
    void whatIsChosenAndTickedIsSent() {
        TestPage page = tester.open("/form");

        page.element("input[value=blue]").check();
        page.element("input[value=red]").uncheck();
        page.element("#large").check();
        page.element("select[name=fruit]").change("Apple");
        page.element("textarea").change("Others");
        page.element("#all").submit();

        assertThat(page)
                .element("#echo")
                .containsText("fruit=[a], how=[draft]")
                .containsText("notes=[Others]")
                .containsText("size=[large], tags=[blue]")
                .doesNotContainText("red");
        assertThat(page).element("#small").isNotChecked();
        assertThat(page).element("#large").isChecked();
    }

    @Test
    void whereNobodyHasBeenIsToldAsABrowserTellsIt() {
        TestPage page = tester.open("/form");

        page.element("[name=nick]").change("Ana");
        assertThat(page).element("#echo").hasText("untouched [count, mail, site]");
        page.element("[name=mail]").blur();
        page.element("[name=nick]").type("Anna");
        assertThat(page).element("#echo").hasText("untouched [count, site]");
        page.element("[name=again]").click();
        page.element("[name=nick]").type("Ana");
        assertThat(page).element("#echo").hasText("untouched [count, mail, site]");
        page.element("#join").click();
        assertThat(page).element("#echo").hasText("untouched []");
    }

    @Test
    void whatNoUserCanReachIsAnError() {
        TestPage page = tester.open("/form");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> page.element("#closed-icon").click())
                .withMessageContaining("got the disabled");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> page.element("#all [name=secret]").change("mine"))
                .withMessageContaining("got the hidden");
    }

    @Test
    void formThatABrowserWouldNotSubmitIsNone() {
        TestPage page = tester.open("/form");

        page.element("[name=count]").change("1.5");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> page.element("#join").click())
                .withMessageContaining("expects steps of 1.0, got 1.5");
        page.element("[name=count]").change("2");
        page.element("[name=site]").change("example.org");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> page.element("#join").click())
                .withMessageContaining("expects a whole address");
        page.element("[name=site]").change("https://example.org");
        page.element("#join").click();
        assertThat(page).element("#echo").hasText("untouched []");
    }

    @Test
    void fieldWithoutAFormSendsItself() {
        TestPage page = tester.open("/form");

        page.element("#alone").type("a");
        assertThat(page).element("#echo").hasText("form {alone=[a]} data {}");

        page.element("#alone").blur();
        assertThat(page).element("#echo").hasText("form {alone=[a]} data {}");
    }

    @Test
    void usualEventNeedsNoName() {
        TestPage page = tester.open("/form");

        page.element("#pick").select("Two");

        assertThat(page).element("#echo").hasText("form {pick=[Two]} data {}");
    }

    @Test
    void labelTicksItsBox() {
        TestPage page = tester.open("/form");

        page.element("#agree-label").click();

        assertThat(page).element("#agree").isChecked();
        assertThat(page).element("#echo").hasText("form {agree=[on]} data {}");
    }

    @Test
    void stoppedClickGoesNoFurther() {
        TestPage page = tester.open("/form");

        page.element("#inner").click();
        assertThat(page.element("#echo").text()).isEmpty();

        page.element("#outer-part").click();
        assertThat(page).element("#echo").hasText("form {} data {part=overlay}");
    }

    @Test
    void whatIsTypedStaysUntilTheServerDecides() {
        TestPage page = tester.open("/form");

        page.element("#email").change("Ana");
        assertThat(page).element("#problem").hasText("No address");
        page.element("#email").change("Ana@Example.org");
        assertThat(page).element("#problem").hasText("");
        assertThat(page).element("#email").hasValue("Ana@Example.org");

        page.element("#checked").submit();
        assertThat(page).element("#email").hasValue("ana@example.org");
    }

    @Test
    void keysReachWhatListens() {
        TestPage page = tester.open("/keys");

        page.element("#field").press("enter");
        assertThat(page).element("#echo").containsText("by=field");
        page.element("#box").press("ctrl+s");
        assertThat(page).element("#echo").containsText("by=map");
        page.element("#box").press("esc");
        assertThat(page).element("#echo").containsText("by=window");
        page.element("#inform").press("enter");
        assertThat(page).element("#echo").hasText("form {inform=[v]} data {by=button}");
        page.element("#inone").press("enter");
        assertThat(page).element("#echo").hasText("form {inone=[]} data {by=submit}");
    }

    @Test
    void typingIsNoShortcut() {
        TestPage page = tester.open("/keys");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> page.element("#field").press("l"))
                .withMessageContaining("Nothing comes of the key l");
        page.element("#box").press("l");
        assertThat(page).element("#echo").containsText("by=map");
    }

    @Test
    void appearanceIsToldOnce() {
        TestPage page = tester.open("/");

        page.element("#seen").appear();
        assertThat(page).elements("#item-5").hasCount(1);
        page.element("#take").click();
        page.element("#seen").appear();
        assertThat(page).elements("#items li").haveTexts("No. 5");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> page.element("#seen").disappear())
                .withMessageContaining("Expected data-liveview-intersect-disappear");
    }

    @Test
    void linkLeavesThePage() {
        TestPage page = tester.open("/");

        page.element("#away").click();

        assertThat(page).isRedirectedTo("/form?from=shop");
        assertThat(page.isConnected()).isFalse();
        assertThat(page.follow()).hasTitle("Form");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> page.element("#add").click())
                .withMessageContaining("has been left for /form?from=shop");
    }

    @Test
    void formWithoutAnActionOfOursIsSentByTheBrowser() {
        TestPage page = tester.open("/form");
        page.element("#native input[name=comment]").change("Hello");
        page.element("#native button").click();

        assertThat(page).isRedirectedTo("/sent");
        assertThat(page.follow()).element("#comment").hasText("Hello by button");

        TestPage other = tester.open("/form");
        other.element("#search input").press("enter");
        assertThat(other).isRedirectedTo("/form?q=a+b");
    }

    @Test
    void nothingToFollowIsAnError() {
        TestPage page = tester.open("/");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(page::follow)
                .withMessageContaining("Expected the page to have been left");
    }
}

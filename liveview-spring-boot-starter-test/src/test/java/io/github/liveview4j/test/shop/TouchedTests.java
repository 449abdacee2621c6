package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the server is told of where the user has been, as by the client. */
@LiveViewTest
class TouchedTests {

    private TestPage page;

    @BeforeEach
    void open(@Autowired LiveViewTester tester) {
        page = tester.open("/form");
    }

    @Test
    void onlyFieldsThatWereLeftAreTouchedAndHiddenOnes() {
        page.element("#first").blur();
        assertThat(page).element("#echo").hasText("number first");

        page.element("#second").blur();
        assertThat(page).element("#echo").hasText("number first second");
    }

    @Test
    void typingTouches() {
        page.element("#second").type("b");
        page.element("#first").blur();

        assertThat(page).element("#echo").hasText("number first second");
    }

    @Test
    void afterASubmitAllAreTouchedForGood() {
        page.element("#account").submit();
        assertThat(page).element("#echo").hasText("number first second");

        page.element("#first").blur();
        assertThat(page).element("#echo").hasText("number first second");
    }

    @Test
    void resetForgets() {
        page.element("#first").type("a");
        page.element("#account").submit();
        page.element("#forget").click();
        page.element("#second").blur();

        assertThat(page).element("#echo").hasText("number second");
    }
}

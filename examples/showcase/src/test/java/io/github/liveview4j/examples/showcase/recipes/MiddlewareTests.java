package io.github.liveview4j.examples.showcase.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.test.AutoConfigureLiveView;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureLiveView
class MiddlewareTests {

    @Autowired
    private LiveViewTester tester;

    @Test
    @DisplayName(
            "D47: a veto keeps the call from its handler; the log sees it all the same, and calls of what does not exist")
    void logSeesEveryCallAndTheVetoEndsOne() {
        TestPage page = tester.open("/recipes/middleware");

        page.element("button:contains(Something sensitive)").click();
        assertThat(page).element("#result").hasText("Only after you sign in");
        page.element("button:contains(Something harmless)").click();
        assertThat(page).element("#result").hasText("Done for anybody");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> page.element("button:contains(does not exist)").click());

        assertThat(page).failedWith("unknown_function");
        assertThat(page.warnings()).singleElement().asString().startsWith("No handler \"no_such_handler\"");
        assertThat(page)
                .elements("#calls li")
                .haveTexts("sensitive_action somebody", "harmless_action somebody", "no_such_handler somebody");
        assertThat(page).element("#result").hasText("Done for anybody");
    }

    @Test
    void whoSignedInPasses() {
        TestPage page = tester.as("ada").open("/recipes/middleware");

        page.element("button:contains(Something sensitive)").click();

        assertThat(page).element("#result").hasText("Done for ada");
        assertThat(page).elements("#calls li").haveTexts("sensitive_action ada");
    }
}

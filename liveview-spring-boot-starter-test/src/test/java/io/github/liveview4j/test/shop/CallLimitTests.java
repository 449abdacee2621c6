package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.PageFailure;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests click faster than people do. */
class CallLimitTests {

    @Nested
    @LiveViewTest
    class ByItself {

        @Autowired
        private LiveViewTester tester;

        @Test
        void aTestIsNotCounted() {
            TestPage page = tester.open("/");

            for (int i = 0; i < 100; i++) {
                page.element("#add").click();
            }

            assertThat(page.failures()).isEmpty();
        }
    }

    @Nested
    @LiveViewTest(properties = {"liveview.limits.calls=1", "liveview.limits.calls-burst=2"})
    class WhereTheTestSaysSo {

        @Autowired
        private LiveViewTester tester;

        @Test
        void itIs() {
            TestPage page = tester.open("/");

            // More than are gained meanwhile on the slowest machine, in which the page's own call has a part as well.
            for (int i = 0; i < 20; i++) {
                page.element("#add").click();
            }

            assertThat(page.failures())
                    .isNotEmpty()
                    .extracting(PageFailure::code)
                    .containsOnly("too_many");
        }
    }
}

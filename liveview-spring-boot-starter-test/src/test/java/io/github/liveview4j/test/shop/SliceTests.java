package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.test.AutoConfigureLiveView;
import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.SecurityFilterChain;

/** Which beans there are in which kind of test. */
class SliceTests {

    private static void greets(LiveViewTester tester) {
        TestPage page = tester.open("/");
        page.element("#name").change("Ana");
        page.element("#hello").submit();
        assertThat(page).element("#greeting").hasText("Hello, Ana");
        assertThat(page).hasNoWarnings();
    }

    @Nested
    @LiveViewTest
    class Slice {

        @Test
        void hasPagesAndHandlersAndSecurityAndNoServices(
                @Autowired ApplicationContext context, @Autowired LiveViewTester tester) {
            assertThat(context.getBeanProvider(Shop.class).getIfAvailable()).isNotNull();
            assertThat(context.getBeanProvider(Shop.SoldOutErrors.class).getIfAvailable())
                    .isNotNull();
            assertThat(context.getBeanProvider(SecurityFilterChain.class).getIfAvailable())
                    .isNotNull();
            assertThat(context.getBeanProvider(Stock.class).getIfAvailable()).isNull();
            greets(tester);
        }
    }

    @Nested
    @LiveViewTest(ShopApplication.Pages.class)
    class NamedSlice {

        @Test
        void hasThoseAndNoOthersAndKnowsOfTheOthers(
                @Autowired HandlerMethodRegistry handlers, @Autowired LiveViewTester tester) {
            assertThat(handlers.names()).isEmpty();
            assertThat(tester.open("/form")).hasNoWarnings();
        }
    }

    @Nested
    @LiveViewTest(
            controllers = {ShopApplication.Pages.class, Shop.class},
            properties = "liveview.path=/live")
    class OwnPath {

        @Test
        void pageConnectsWhereTheApplicationListens(@Autowired LiveViewTester tester) {
            greets(tester);
        }
    }

    @Nested
    @SpringBootTest
    @AutoConfigureLiveView(failOnWarnings = true)
    class WholeApplication {

        @Test
        void hasServicesToo(@Autowired ApplicationContext context, @Autowired LiveViewTester tester) {
            assertThat(context.getBeanProvider(Stock.class).getIfAvailable()).isNotNull();
            assertThat(tester.as("ana").open("/orders/7")).hasUser("ana");
            greets(tester);
        }
    }

    @Nested
    @WebMvcTest
    @AutoConfigureLiveView
    @Import(Shop.class)
    class MvcSlice {

        @Test
        void hasTheHandlersThatAreNamed(@Autowired LiveViewTester tester) {
            greets(tester);
        }
    }
}

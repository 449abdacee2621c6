package io.github.liveview4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestConsumer;
import io.github.liveview4j.test.TestPage;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class QuickstartTests {

    @Nested
    @LiveViewTest
    class Page {

        @Autowired
        private LiveViewTester tester;

        @Autowired
        private MockMvcTester mvc;

        @Test
        void greetsByName() {
            TestPage page = tester.open("/");

            page.element("#name").change("Ana");
            page.element("form").submit();

            assertThat(page).element("#greeting").hasText("Hello, Ana");
        }

        @Test
        void greetsTheWorldWithoutAName() {
            TestPage page = tester.open("/");

            page.element("button").click();

            assertThat(page).element("#greeting").hasText("Hello, World");
            assertThat(page).hasNoWarnings();
        }

        /** This application has no Spring Security. */
        @Test
        void userIsThatOfTheRequest() {
            assertThat(tester.as("ada").open("/")).hasUser("ada");
        }

        @Test
        void hasTheGreetingAndTheScript() {
            assertThat(mvc.get().uri("/"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("<h1 id=\"greeting\">Hello, <b>World</b></h1>")
                    .containsPattern(
                            "<script src=\"/liveview/liveview.min.js\\?v=\\w{12}\" defer "
                                    + "data-position=\"[\\w-]{8}:0\" data-token=\"[^\"]+\" data-assets=\"[\\w-]{16}\"></script>");
        }

        @Test
        void scriptIsServed() {
            assertThat(mvc.get().uri("/liveview/liveview.min.js"))
                    .hasStatusOk()
                    .bodyText()
                    .startsWith("/*! LiveView for Spring Boot");
        }
    }

    /** How a handler is tested: called as the method it is, without anything running. */
    @Nested
    class Handler {

        private final TestConsumer consumer = TestConsumer.create();

        private LiveViewMessage onlyMessage() {
            assertThat(consumer.sent()).hasSize(1);
            return consumer.sent().get(0);
        }

        @Test
        void sendsTheGreetingByName() {
            new Greetings().sayHello(consumer, LiveViewContent.of("say_hello").withForm("name", "Ada"));

            LiveViewMessage sent = onlyMessage();
            assertThat(sent.target()).isEqualTo("#greeting");
            assertThat(sent.template()).hasToString("hello :: greeting");
            assertThat(sent.model()).isEqualTo(Map.of("name", "Ada"));
        }

        @Test
        void withoutANameGreetsTheWorld() {
            new Greetings().sayHello(consumer, LiveViewContent.of("say_hello"));

            assertThat(onlyMessage().model()).isEqualTo(Map.of("name", "World"));
        }
    }
}

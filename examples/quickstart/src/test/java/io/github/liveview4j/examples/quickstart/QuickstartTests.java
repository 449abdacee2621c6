package io.github.liveview4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class QuickstartTests {

    @Nested
    @SpringBootTest
    @AutoConfigureMockMvc
    class Page {

        @Autowired
        private MockMvcTester mvc;

        @Test
        void hasTheGreetingAndTheScript() {
            assertThat(mvc.get().uri("/"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("<h1 id=\"greeting\">Hello, <b>World</b></h1>")
                    .contains("<script src=\"/liveview/liveview.min.js\" defer></script>");
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

        private final RecordingConsumer consumer = new RecordingConsumer();

        @Test
        void sendsTheGreetingByName() {
            new Greetings().sayHello(consumer, LiveViewContent.of("say_hello").withForm("name", "Ada"));

            LiveViewMessage sent = consumer.onlyMessage();
            assertThat(sent.target()).isEqualTo("#greeting");
            assertThat(sent.template()).hasToString("hello :: greeting");
            assertThat(sent.model()).isEqualTo(Map.of("name", "Ada"));
        }

        @Test
        void withoutANameGreetsTheWorld() {
            new Greetings().sayHello(consumer, LiveViewContent.of("say_hello"));

            assertThat(consumer.onlyMessage().model()).isEqualTo(Map.of("name", "World"));
        }
    }

    /** A page that exists only in this test, and keeps what is sent to it. */
    private static final class RecordingConsumer implements LiveViewConsumer {

        private final List<LiveViewMessage> sent = new ArrayList<>();
        private final Map<String, Object> attributes = new ConcurrentHashMap<>();

        LiveViewMessage onlyMessage() {
            assertThat(sent).hasSize(1);
            return sent.get(0);
        }

        @Override
        public String id() {
            return "page";
        }

        @Override
        public String room() {
            return "room";
        }

        @Override
        public Optional<Principal> user() {
            return Optional.empty();
        }

        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public Map<String, Object> attributes() {
            return attributes;
        }

        @Override
        public void send(LiveViewMessage... messages) {
            sent.addAll(List.of(messages));
        }

        @Override
        public void broadcast(LiveViewMessage... messages) {
            send(messages);
        }
    }
}

package io.github.liveview4j.spring.language;

import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The page's {@code <html lang>} and a handler's language agree, where the application has that language. */
@SpringBootTest(
        classes = PageLanguageTests.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"liveview.locales=en,de", "spring.messages.fallback-to-system-locale=false"})
@DisplayName("D11: the language of a page over a real socket")
class PageLanguageTests {

    @LocalServerPort
    private int port;

    private final String path = "/ws/liveview/" + UUID.randomUUID();

    static class Languages {

        @LiveViewHandler
        LiveViewMessage language(LiveViewConsumer consumer) {
            return replace("#language").text(consumer.locale() + " " + LocaleContextHolder.getLocale());
        }

        @LiveViewHandler
        LiveViewMessage closed() {
            return replace("#closed").template("language :: closed");
        }

        @LiveViewHandler
        void closedForAll(LiveViewConsumer consumer) {
            consumer.broadcast(replace("#closed").template("language :: closed"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        Languages languages() {
            return new Languages();
        }
    }

    private static String call(RawWebSocket page, String function, String lang) {
        page.send("{\"function\":\"" + function + "\",\"lang\":" + lang + "}");
        return page.next();
    }

    @Test
    void isThePagesForHandlersTemplatesAndBroadcasts() {
        try (RawWebSocket page = RawWebSocket.v1(port, path, "Accept-Language: en")) {
            assertThat(call(page, "language", "\"de-CH\"")).contains("\"html\":\"de de\"");
            assertThat(call(page, "closed", "\"de\"")).contains("\"html\":\"Der Laden ist zu\"");
            assertThat(call(page, "closedForAll", "\"de\"")).contains("\"html\":\"Der Laden ist zu\"");
            assertThat(call(page, "closed", "\"en\"")).contains("\"html\":\"The shop is closed\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"fr\"", "\"*\"", "\"en\\u0000\"", "\"\\u202een\""})
    void isThatOfTheHandshakeWhereThePageNamesNoneOfTheApplications(String lang) {
        try (RawWebSocket page = RawWebSocket.v1(port, path, "Accept-Language: de")) {
            assertThat(call(page, "language", lang)).contains("\"html\":\"de de\"");
        }
    }

    @Test
    void isThatOfTheHandshakeForALanguageOfTenThousandCharacters() {
        try (RawWebSocket page = RawWebSocket.v1(port, path, "Accept-Language: de")) {
            assertThat(call(page, "language", "\"en" + "-x".repeat(5_000) + "\""))
                    .contains("\"html\":\"de de\"");
        }
    }

    @Test
    void isThatOfTheHelloInTheSecondDialect() {
        try (RawWebSocket page = RawWebSocket.v2(port, path, "Accept-Language: en")) {
            page.send("{\"type\":\"hello\",\"page\":\"page-0123456789-language\",\"lang\":\"de\"}");
            assertThat(page.next()).contains("welcome");
            page.send("{\"type\":\"call\",\"id\":1,\"function\":\"closed\"}");
            assertThat(page.next()).contains("\"html\":\"Der Laden ist zu\"");
            page.send("{\"type\":\"call\",\"id\":2,\"function\":\"closed\",\"lang\":\"en\"}");
            assertThat(page.next()).contains("\"html\":\"The shop is closed\"");
        }
    }
}

package io.github.liveview4j.spring.handshake;

import static io.github.liveview4j.LiveViewMessage.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the seed's {@code scope} shows, to handlers and middlewares alike. */
@SpringBootTest(
        classes = ConsumerHandshakeTests.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "server.servlet.session.cookie.name=SID")
@DisplayName("S11: the handshake that a handler sees")
class ConsumerHandshakeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Seen seen;

    private final String path = "/ws/liveview/" + UUID.randomUUID() + "?tab=7&tab=8";

    static class Seen implements LiveViewMiddleware {

        final List<LiveViewHandshake> handshakes = new CopyOnWriteArrayList<>();

        @Override
        public void handle(LiveViewConsumer consumer, LiveViewContent content, Chain chain) {
            handshakes.add(consumer.handshake());
            chain.proceed();
        }

        @LiveViewHandler
        LiveViewMessage look(LiveViewConsumer consumer) {
            LiveViewHandshake handshake = consumer.handshake();
            handshakes.add(handshake);
            return page().title(handshake.header("x-TENANT").orElse("no tenant")
                    + " " + handshake.parameter("tab").orElse("no tab")
                    + " " + handshake.remoteAddress()
                    + " " + handshake.locale()
                    + " session " + handshake.sessionId().isPresent()
                    + " " + handshake.sessionAttribute("cart").orElse("no cart"));
        }
    }

    @RestController
    static class Shop {

        @GetMapping("/fill")
        String fill(HttpSession session) {
            session.setAttribute("cart", "a teapot");
            return session.getId();
        }

        @GetMapping("/end")
        void end(HttpSession session) {
            session.invalidate();
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
        Shop shop() {
            return new Shop();
        }

        @Bean
        Seen seen() {
            return new Seen();
        }
    }

    private HttpResponse<String> get(String address, String cookie) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String title(RawWebSocket page) {
        page.send("{\"function\":\"look\"}");
        return page.next();
    }

    @Test
    void headersParametersAddressLanguageAndSessionAreThere() throws Exception {
        HttpResponse<String> filled = get("/fill", "none=1");
        String cookie = filled.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");

        try (RawWebSocket page =
                RawWebSocket.v1(port, path, "X-Tenant: acme", "Accept-Language: de", "Cookie: " + cookie)) {
            assertThat(title(page)).isEqualTo("{\"title\":\"acme 7 127.0.0.1 de session true a teapot\"}");
            assertThat(seen.handshakes.get(0).sessionId()).contains(filled.body());

            get("/end", cookie);

            assertThat(page.next()).as("a page goes with its session").isEqualTo("close 4401");
            assertThat(seen.handshakes.get(0).sessionId()).isEmpty();
            assertThat(seen.handshakes.get(0).sessionAttribute("cart")).isEmpty();
        }
    }

    @Test
    void middlewareAndHandlerGetTheSameAndCannotChangeItAndItsTextIsNoSecret() {
        seen.handshakes.clear();
        try (RawWebSocket page =
                RawWebSocket.v1(port, path, "Authorization: hunter2", "Cookie: a=hunter2", "Accept-Language: en")) {
            assertThat(title(page)).isEqualTo("{\"title\":\"no tenant 7 127.0.0.1 en session true no cart\"}");
        }

        assertThat(seen.handshakes).hasSize(2);
        LiveViewHandshake handshake = seen.handshakes.get(0);
        assertThat(seen.handshakes.get(1)).isSameAs(handshake);
        assertThat(handshake.user()).isEmpty();
        assertThat(handshake.headers()).containsKey("AUTHORIZATION");
        assertThat(handshake.parameters()).isEqualTo(Map.of("tab", List.of("7", "8")));
        assertThat(handshake.toString()).doesNotContain("hunter2").doesNotContain("/ws/");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> handshake.headers().clear());
    }
}

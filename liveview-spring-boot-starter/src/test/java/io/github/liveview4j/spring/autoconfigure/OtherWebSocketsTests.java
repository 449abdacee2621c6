package io.github.liveview4j.spring.autoconfigure;

import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** An application's own WebSockets, its STOMP endpoint and a controller for the same path work beside LiveView. */
@SpringBootTest(classes = OtherWebSocketsTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OtherWebSocketsTests {

    @LocalServerPort
    private int port;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableWebSocket
    @EnableWebSocketMessageBroker
    static class Application implements WebSocketConfigurer, WebSocketMessageBrokerConfigurer {

        @Override
        public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
            registry.addHandler(new Echo(), "/echo");
        }

        @Override
        public void registerStompEndpoints(StompEndpointRegistry registry) {
            registry.addEndpoint("/stomp");
        }

        @Override
        public void configureMessageBroker(MessageBrokerRegistry registry) {
            registry.enableSimpleBroker("/topic");
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        Handlers handlers() {
            return new Handlers();
        }

        @Bean
        Everything everything() {
            return new Everything();
        }
    }

    static class Handlers {

        @LiveViewHandler
        LiveViewMessage greet() {
            return replace("#greeting").text("Hello");
        }
    }

    static class Echo extends TextWebSocketHandler {

        @Override
        protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
            session.sendMessage(new TextMessage("echo " + message.getPayload()));
        }
    }

    @RestController
    static class Everything {

        @GetMapping("/ws/**")
        String anything() {
            return "anything";
        }
    }

    @Test
    void aPageOfLiveViewIsServed() {
        try (TestPage page = new TestBrowser(port, "").open("" + UUID.randomUUID())) {
            assertThat(page.html("greet")).isEqualTo("Hello");
        }
    }

    @Test
    void anOwnWebSocketIsServed() {
        try (RawWebSocket socket = RawWebSocket.open(port, "/echo", List.of("Origin: http://localhost:" + port))) {
            assertThat(socket.status()).isEqualTo(101);
            socket.send("hello");

            assertThat(socket.next()).isEqualTo("echo hello");
        }
    }

    @Test
    void aStompEndpointIsServed() {
        try (RawWebSocket socket = RawWebSocket.open(
                port, "/stomp", List.of("Origin: http://localhost:" + port, "Sec-WebSocket-Protocol: v12.stomp"))) {
            assertThat(socket.status()).isEqualTo(101);
            socket.send("CONNECT\naccept-version:1.2\nhost:localhost\n\n\0");

            assertThat(socket.next()).startsWith("CONNECTED");
        }
    }

    @Test
    void aControllerForTheSamePathKeepsWhatIsNoUpgrade() {
        TestBrowser browser = new TestBrowser(port, "");

        assertThat(browser.get("/ws/liveview/lobby").body()).isEqualTo("anything");
    }
}

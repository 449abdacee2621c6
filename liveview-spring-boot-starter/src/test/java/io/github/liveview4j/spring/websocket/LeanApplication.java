package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.RoomAuthorizer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** An application with other things on its server than live pages, started in a JVM of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableWebSocket
@Import({EndpointApplication.Handlers.class, LeanApplication.Rest.class})
class LeanApplication {

    static final String STARTED = "Started at port ";

    /** Told to, it has Tomcat's classes loaded before anybody could say how large their buffers are to be. */
    static final String TOO_LATE = "--too-late";

    @SuppressWarnings("SystemOut") // read by who has started it
    public static void main(String... arguments) throws ReflectiveOperationException {
        if (String.join(" ", arguments).contains(TOO_LATE)) {
            Class.forName("org.apache.tomcat.websocket.Constants");
        }
        ConfigurableApplicationContext context = SpringApplication.run(LeanApplication.class, arguments);
        System.out.println(STARTED + context.getEnvironment().getProperty("local.server.port"));
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    RoomAuthorizer everyRoom() {
        return (room, handshake) -> true;
    }

    @Bean
    WebSocketConfigurer echo() {
        return registry -> registry.addHandler(
                new TextWebSocketHandler() {
                    @Override
                    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
                        session.sendMessage(message);
                    }
                },
                "/echo");
    }

    @RestController
    static class Rest {

        @GetMapping("/header")
        String header(@RequestHeader("X-Long") String header) {
            return header;
        }

        @PostMapping("/form")
        String form(@RequestParam String text) {
            return text;
        }
    }
}

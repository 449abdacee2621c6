package io.github.liveview4j.examples.benchmark.twin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** The hand-written application. {@code twin.context} is {@code full} or {@code bare}, {@code twin.broadcast} {@code redis} or {@code local}. */
@EnableWebSocket
@SpringBootApplication
public class TwinApplication {

    /**
     * Starts it.
     *
     * @param args Spring Boot's
     */
    public static void main(String[] args) {
        SpringApplication.run(TwinApplication.class, args);
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    WebSocketConfigurer endpoint(TwinHandler handler, @Value("${twin.path:/ws/liveview/*}") String path) {
        return registry -> registry.addHandler(handler, path).addInterceptors(new TwinHandshake());
    }
}

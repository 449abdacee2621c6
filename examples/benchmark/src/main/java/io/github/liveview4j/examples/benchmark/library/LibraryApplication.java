package io.github.liveview4j.examples.benchmark.library;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The library with everything that it does by default; limits are raised by whoever starts it. */
@SpringBootApplication
public class LibraryApplication {

    /**
     * Starts it.
     *
     * @param args Spring Boot's
     */
    public static void main(String[] args) {
        SpringApplication.run(LibraryApplication.class, args);
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Controller
    static class Pages {

        @GetMapping("/")
        String page() {
            return "page";
        }
    }
}

package io.github.liveview4j.examples.quickstart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Starts the quickstart, whose page is at {@code http://localhost:8080}. */
@SpringBootApplication
public class QuickstartApplication {

    /**
     * Starts it.
     *
     * @param args Spring Boot's arguments, such as {@code --server.port=9000}
     */
    public static void main(String[] args) {
        SpringApplication.run(QuickstartApplication.class, args);
    }

    @Controller
    static class Pages {

        @GetMapping("/")
        String hello() {
            return "hello";
        }
    }
}

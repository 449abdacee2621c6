package io.github.liveview4j.examples.jetty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the board, whose page is at {@code http://localhost:8080}. */
@SpringBootApplication
public class JettyApplication {

    /**
     * Starts it.
     *
     * @param args Spring Boot's arguments, such as {@code --server.port=9000}
     */
    public static void main(String[] args) {
        SpringApplication.run(JettyApplication.class, args);
    }
}

package io.github.liveview4j.examples.showcase;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the showcase, whose recipes are listed at {@code http://localhost:8080}. */
@SpringBootApplication
@EnableScheduling
public class ShowcaseApplication {

    /**
     * Starts it.
     *
     * @param args Spring Boot's arguments, such as {@code --server.port=9000}
     */
    public static void main(String[] args) {
        SpringApplication.run(ShowcaseApplication.class, args);
    }
}

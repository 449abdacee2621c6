package io.github.liveview4j.examples.scenarios;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the scenarios, which are listed at {@code http://localhost:8080}. */
@SpringBootApplication
@EnableScheduling
public class ScenariosApplication {

    /**
     * Starts it.
     *
     * @param args Spring Boot's arguments, such as {@code --server.port=9000}
     */
    public static void main(String[] args) {
        SpringApplication.run(ScenariosApplication.class, args);
    }
}

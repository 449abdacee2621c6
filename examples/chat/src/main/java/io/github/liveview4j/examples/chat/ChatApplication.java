package io.github.liveview4j.examples.chat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the chat at {@code http://localhost:8080}. */
@SpringBootApplication
public class ChatApplication {

    /**
     * Starts it.
     *
     * @param args Spring Boot's arguments, such as {@code --spring.profiles.active=two-nodes}
     */
    public static void main(String[] args) {
        SpringApplication.run(ChatApplication.class, args);
    }
}

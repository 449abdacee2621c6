package io.github.liveview4j.examples.reliability.flood;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.spring.websocket.ConnectionBook;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * The server under attack, and beside the live pages a bare endpoint of Spring's that sends back what it gets: what that suffers
 * from the same flood is the container's share.
 */
@SpringBootApplication
public class FloodNode {

    /** How long the slow handler takes. */
    static final long SLOW_SECONDS = 2;

    /**
     * Starts it.
     *
     * @param args Spring Boot's arguments
     */
    public static void main(String[] args) {
        SpringApplication.run(FloodNode.class, args);
    }

    @Bean
    WebSocketHandlerMapping echo() {
        WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of("/echo", new WebSocketHttpRequestHandler(new Echo())));
        mapping.setOrder(-2);
        return mapping;
    }

    @Component
    static final class Handlers {

        @LiveViewHandler
        LiveViewMessage answer() {
            return replace("#answer").text("42");
        }

        @LiveViewHandler
        void slow() {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SLOW_SECONDS));
        }

        /** Goes into a room that nobody has heard of and out of it again. */
        @LiveViewHandler
        void churn(LiveViewConsumer consumer) {
            String room = UUID.randomUUID().toString();
            consumer.join(room);
            consumer.leave(room);
        }
    }

    private static final class Echo extends TextWebSocketHandler {

        @Override
        protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
            session.sendMessage(message);
        }
    }

    @RestController
    static final class Figures {

        private final LiveViewSessionRegistry registry;
        private final ConnectionBook book;

        Figures(LiveViewSessionRegistry registry, ConnectionBook book) {
            this.registry = registry;
            this.book = book;
        }

        @GetMapping("/alive")
        String alive() {
            return "yes";
        }

        /** Sessions, rooms, entries of the book, threads and KiB of heap in use after a collection. */
        @GetMapping("/figures")
        String figures() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return registry.size() + " " + registry.roomCount() + " " + book.size() + " " + Thread.activeCount() + " "
                    + (runtime.totalMemory() - runtime.freeMemory()) / 1024;
        }
    }
}

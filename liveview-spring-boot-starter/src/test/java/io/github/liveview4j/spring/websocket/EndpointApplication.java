package io.github.liveview4j.spring.websocket;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.RoomAuthorizer;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A small application behind a real server, for tests that talk to it in frames. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EndpointApplication {

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** These tests are about what comes after the room, whose rules have tests of their own. */
    @Bean
    RoomAuthorizer everyRoom() {
        return (room, handshake) -> true;
    }

    @Bean
    Handlers handlers() {
        return new Handlers();
    }

    static class Handlers {

        private final AtomicInteger counter = new AtomicInteger();

        @LiveViewHandler("say_hello")
        void sayHello(LiveViewConsumer consumer, LiveViewContent content) {
            consumer.send(replace("#greeting").text("Hello, " + content.form("name", "World")));
        }

        @LiveViewHandler("answer")
        LiveViewMessage answer() {
            return replace("#answer").text("42");
        }

        @LiveViewHandler("fail")
        void fail() {
            throw new IllegalStateException("the password is hunter2");
        }

        @LiveViewHandler("notify_all")
        void notifyAll(LiveViewConsumer consumer, LiveViewContent content) {
            String padding = "x".repeat(content.data("pad", 0));
            consumer.broadcast(append("#notes").html(content.data("seq") + padding));
        }

        @LiveViewHandler("link")
        LiveViewMessage link() {
            return replace("#link").template("endpoint :: link");
        }

        @LiveViewHandler("count")
        LiveViewMessage count() {
            return replace("#count").text("" + counter.incrementAndGet());
        }

        @LiveViewHandler("room")
        LiveViewMessage room(LiveViewConsumer consumer) {
            return replace("#room").text(consumer.room());
        }
    }
}

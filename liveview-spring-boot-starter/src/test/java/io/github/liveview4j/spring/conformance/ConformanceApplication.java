package io.github.liveview4j.spring.conformance;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.error;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** An application with a handler for every field of the wire. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ConformanceApplication {

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    TaskScheduler scheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("clock-");
        return scheduler;
    }

    @Bean
    Journal journal() {
        return new Journal();
    }

    @Bean
    Handlers handlers(LiveViewBroadcaster live) {
        return new Handlers(live);
    }

    @Bean
    LiveViewExceptionResolver soldOut() {
        return (exception, consumer, content) -> exception instanceof SoldOut
                ? LiveViewExceptionResolver.Resolution.send(replace("#error").text("No more " + exception.getMessage()))
                : null;
    }

    /** Something that the application knows how to tell a page. */
    static final class SoldOut extends RuntimeException {
        SoldOut(String article) {
            super(article);
        }
    }

    /** Sees every call and writes its name down. */
    static final class Journal implements LiveViewMiddleware {

        final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        public void handle(LiveViewConsumer consumer, LiveViewContent content, Chain chain) {
            calls.add(content.function());
            chain.proceed();
        }
    }

    static final class Handlers {

        private final LiveViewBroadcaster live;
        private final Semaphore gate = new Semaphore(0);

        Handlers(LiveViewBroadcaster live) {
            this.live = live;
        }

        void release() {
            gate.release();
        }

        @LiveViewHandler
        LiveViewMessage echo(LiveViewConsumer consumer, LiveViewContent content) {
            return replace("#echo")
                    .html(content.data() + " " + content.form() + " " + content.lang() + " "
                            + content.room().equals(consumer.room()));
        }

        @LiveViewHandler
        LiveViewMessage room(LiveViewContent content) {
            return replace("#room").html(content.room());
        }

        @LiveViewHandler
        LiveViewMessage html() {
            return replace("#a").html("<b>\"A\" & ä</b>");
        }

        @LiveViewHandler
        LiveViewMessage append_row() {
            return append("#rows").html("<tr><td>1</td></tr>");
        }

        @LiveViewHandler
        LiveViewMessage remove_row() {
            return remove("#row-1");
        }

        @LiveViewHandler
        LiveViewMessage about() {
            return replace("#content").html("About").url("/about").title("About us");
        }

        @LiveViewHandler
        LiveViewMessage scroll() {
            return replace("#content").html("x").scroll("#end");
        }

        @LiveViewHandler
        LiveViewMessage scroll_top() {
            return replace("#content").html("x").scrollTop();
        }

        @LiveViewHandler
        LiveViewMessage title_only() {
            return replace("#content").title("T");
        }

        @LiveViewHandler
        List<LiveViewMessage> several(LiveViewConsumer consumer) {
            consumer.send(replace("#a").html("1"), replace("#b").html("2"));
            return List.of(remove("#c"), page().title("3"));
        }

        @LiveViewHandler
        LiveViewMessage unauthorized() {
            return error("Unauthorized");
        }

        @LiveViewHandler
        void fail() {
            throw new IllegalStateException("db password is hunter2");
        }

        @LiveViewHandler
        void fail_itself(LiveViewConsumer consumer) {
            try {
                fail();
            } catch (IllegalStateException e) {
                consumer.send(replace("#error").text("Please try again"));
            }
        }

        @LiveViewHandler
        void buy() {
            throw new SoldOut("teapots");
        }

        @LiveViewHandler
        LiveViewMessage wait_for_release() throws InterruptedException {
            if (!gate.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody released this handler within ten seconds");
            }
            return page().title("released");
        }

        @LiveViewHandler
        void notify_all(LiveViewConsumer consumer) {
            consumer.broadcast(append("#notes").html("to all"));
        }

        @LiveViewHandler
        void notify_room(LiveViewConsumer consumer) {
            live.to(LiveViewBroadcaster.room(consumer.room()))
                    .send(append("#notes").html("to the room"));
        }
    }
}

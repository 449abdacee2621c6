package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.spring.scope.LiveViewScope;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;

@LiveViewScope
class Clock {

    private final LiveViewConsumer page;
    private final TaskScheduler scheduler;
    private @Nullable ScheduledFuture<?> ticking;

    Clock(LiveViewConsumer page, TaskScheduler scheduler) {
        this.page = page;
        this.scheduler = scheduler;
    }

    @LiveViewHandler("start_clock")
    void start() {
        if (ticking == null) {
            ticking = scheduler.scheduleAtFixedRate(
                    () -> page.send(replace("#clock").text(LocalTime.now().toString())), Duration.ofSeconds(1));
        }
    }

    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}

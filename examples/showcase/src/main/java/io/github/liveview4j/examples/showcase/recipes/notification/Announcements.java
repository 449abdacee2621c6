package io.github.liveview4j.examples.showcase.recipes.notification;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.remove;

import io.github.liveview4j.LiveViewBroadcaster;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Service;

/** Knows nothing of a page or an event: any bean, on any thread, can change pages. */
@Service
class Announcements {

    private final LiveViewBroadcaster live;
    private final TaskScheduler scheduler;
    private final Duration time;

    Announcements(
            LiveViewBroadcaster live,
            TaskScheduler scheduler,
            @Value("${showcase.notification-time:5s}") Duration time) {
        this.live = live;
        this.scheduler = scheduler;
        this.time = time;
    }

    void announce(String text) {
        scheduler.schedule(() -> show(text), Instant.now());
    }

    private void show(String text) {
        String id = "notification-" + UUID.randomUUID();
        live.broadcast(append("#notifications")
                .template("recipes/notification :: notification")
                .with("id", id)
                .with("text", text));
        scheduler.schedule(() -> live.broadcast(remove("#" + id)), Instant.now().plus(time));
    }
}

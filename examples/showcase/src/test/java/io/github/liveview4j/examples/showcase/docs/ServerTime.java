package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Pushes from a scheduler. */
@Component
class ServerTime {

    private final LiveViewBroadcaster live;

    ServerTime(LiveViewBroadcaster live) {
        this.live = live;
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void show() {
        live.to(room("clock")).send(replace("#time").text(LocalTime.now().toString()));
    }
}

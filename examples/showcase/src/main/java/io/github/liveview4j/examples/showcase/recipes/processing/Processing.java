package io.github.liveview4j.examples.showcase.recipes.processing;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewTasks;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Processing {

    private final LiveViewTasks tasks;
    private final SlowOperation slow;

    Processing(LiveViewTasks tasks, SlowOperation slow) {
        this.tasks = tasks;
        this.slow = slow;
    }

    @GetMapping("/recipes/processing")
    String page() {
        return "recipes/processing";
    }

    @LiveViewHandler("process_data")
    void processData(LiveViewConsumer consumer) {
        tasks.on(consumer)
                .once("processing")
                .meanwhile(replace("#status").text("Processing..."))
                .otherwise(failure -> replace("#status").text("Failed"))
                .start(() -> replace("#status").text("Done: " + slow.run()));
    }

    @LiveViewHandler("tell_time")
    void tellTime(LiveViewConsumer consumer) {
        LocalTime time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        consumer.send(replace("#time").text("Meanwhile it is " + time));
    }
}

package io.github.liveview4j.examples.showcase.recipes.processing;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Processing {

    private final TaskExecutor executor;
    private final SlowOperation slow;

    Processing(TaskExecutor applicationTaskExecutor, SlowOperation slow) {
        this.executor = applicationTaskExecutor;
        this.slow = slow;
    }

    @GetMapping("/recipes/processing")
    String page() {
        return "recipes/processing";
    }

    @LiveViewHandler("process_data")
    void processData(LiveViewConsumer consumer) {
        if (consumer.attributes().putIfAbsent("processing", true) != null) {
            return; // a second click while the first one's work goes on
        }
        consumer.send(replace("#status").text("Processing..."));
        executor.execute(() -> process(consumer));
    }

    private void process(LiveViewConsumer consumer) {
        String result = "Failed";
        try {
            result = "Done: " + slow.run();
        } finally {
            consumer.attributes().remove("processing");
            consumer.send(replace("#status").text(result));
        }
    }

    @LiveViewHandler("tell_time")
    void tellTime(LiveViewConsumer consumer) {
        LocalTime time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        consumer.send(replace("#time").text("Meanwhile it is " + time));
    }
}

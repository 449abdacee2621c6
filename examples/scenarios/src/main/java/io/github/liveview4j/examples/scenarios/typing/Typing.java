package io.github.liveview4j.examples.scenarios.typing;

import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Typing {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOST = 2_000;

    private final TaskScheduler scheduler;
    private final Queue<Future<?>> renewals = new ConcurrentLinkedQueue<>();

    Typing(TaskScheduler taskScheduler) {
        this.scheduler = taskScheduler;
    }

    @GetMapping("/typing")
    String page(Model model) {
        model.addAttribute("tick", 0);
        model.addAttribute("wide", false);
        return "typing";
    }

    @LiveViewHandler("start_renewing")
    void startRenewing(LiveViewConsumer consumer, LiveViewContent content) {
        boolean isOuter = content.data("swap").equals("outer");
        renewals.add(scheduler.scheduleAtFixedRate(() -> renew(consumer, isOuter), PAUSE));
    }

    @LiveViewHandler("widen")
    void widen(LiveViewConsumer consumer) {
        consumer.attributes().put("wide", true);
    }

    private void renew(LiveViewConsumer consumer, boolean isOuter) {
        int tick = (int) consumer.attributes().merge("tick", 1, (before, one) -> (int) before + (int) one);
        if (tick > MOST) {
            throw new IllegalStateException("nobody looks any more"); // which ends the schedule
        }
        LiveViewMessage area = isOuter
                ? outer("#area").template("typing :: area")
                : replace("#area").template("typing :: inside");
        consumer.send(area.with("tick", tick).with("wide", consumer.attributes().getOrDefault("wide", false)));
    }

    void stopRenewing() {
        renewals.forEach(each -> each.cancel(false));
        renewals.clear();
    }
}

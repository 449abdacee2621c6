package io.github.liveview4j.examples.showcase.recipes.counter;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Counter {

    private static final int MOST = 20;

    @GetMapping("/recipes/counter")
    String page(Model model) {
        model.addAttribute("id", 1);
        model.addAttribute("initialValue", 0);
        return "recipes/counter";
    }

    @LiveViewHandler("init_counter")
    void initCounter(LiveViewConsumer consumer, LiveViewContent content) {
        count(consumer, content, content.data("initialValue", 0));
    }

    @LiveViewHandler("increment")
    void increment(LiveViewConsumer consumer, LiveViewContent content) {
        count(consumer, content, 1);
    }

    @LiveViewHandler("add_counter")
    void addCounter(LiveViewConsumer consumer) {
        if (counters(consumer) < MOST) {
            int id = 1 + add(consumer, "more", 1);
            consumer.send(append("#counters")
                    .template("recipes/counter :: counter")
                    .with("id", id)
                    .with("initialValue", 10 * id));
        }
    }

    private static void count(LiveViewConsumer consumer, LiveViewContent content, int howMuch) {
        int id = content.data("counterId", 1);
        // The number comes from the browser, which may send any: only a counter of this page is counted.
        if (id >= 1 && id <= counters(consumer)) {
            int value = add(consumer, "counter-" + id, howMuch);
            consumer.send(replace("#counter-" + id + "-value").text(String.valueOf(value)));
        }
    }

    private static int counters(LiveViewConsumer consumer) {
        return 1 + (int) consumer.attributes().getOrDefault("more", 0);
    }

    /** Counts in the attributes of the page: another tab, or the next load, starts anew. */
    private static int add(LiveViewConsumer consumer, String name, int howMuch) {
        return (int) consumer.attributes().merge(name, howMuch, (value, more) -> (int) value + (int) more);
    }
}

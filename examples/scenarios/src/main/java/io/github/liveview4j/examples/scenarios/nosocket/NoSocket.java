package io.github.liveview4j.examples.scenarios.nosocket;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class NoSocket {

    private final List<String> orders = new CopyOnWriteArrayList<>();

    @GetMapping("/no-socket")
    String page(Model model) {
        model.addAttribute("orders", orders);
        return "no-socket";
    }

    @PostMapping("/no-socket")
    String posted(@RequestParam String what) {
        orders.add(what + " by post");
        return "redirect:/no-socket";
    }

    @LiveViewHandler("order_something")
    void order(LiveViewConsumer consumer, LiveViewContent content) {
        String order = content.form("what") + " by socket";
        orders.add(order);
        consumer.send(append("#orders").template("no-socket :: order").with("order", order));
    }

    @LiveViewHandler("greet")
    void greet(LiveViewConsumer consumer) {
        int greetings = (int) consumer.attributes().merge("greetings", 1, (before, one) -> (int) before + (int) one);
        consumer.send(replace("#greetings").text(String.valueOf(greetings)));
    }

    void clear() {
        orders.clear();
    }
}

package io.github.liveview4j.examples.scenarios.network;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Network {

    private final List<Integer> deliveries = new CopyOnWriteArrayList<>();
    private final List<String> typed = new CopyOnWriteArrayList<>();

    @GetMapping("/network")
    String page() {
        return "network";
    }

    @LiveViewHandler("deliver")
    void deliver(LiveViewConsumer consumer, LiveViewContent content) {
        int number = Integer.parseInt(content.form("number"));
        deliveries.add(number);
        consumer.send(append("#delivered").html("<li>" + number + "</li>"));
    }

    @LiveViewHandler("type")
    void type(LiveViewConsumer consumer, LiveViewContent content) {
        typed.add(content.form("text"));
        consumer.send(replace("#typed").text(content.form("text")));
    }

    /** The numbers of the forms, once for each time that one was run. */
    List<Integer> deliveries() {
        return deliveries;
    }

    /** What the field held at each stroke, in the order in which it came. */
    List<String> typed() {
        return typed;
    }
}

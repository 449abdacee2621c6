package io.github.liveview4j.examples.scenarios.busy;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.examples.scenarios.Gate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Busy {

    private final Gate gate;
    private final AtomicInteger orders = new AtomicInteger();

    Busy(Gate gate) {
        this.gate = gate;
    }

    @GetMapping("/busy")
    String page() {
        return "busy";
    }

    @LiveViewHandler("order")
    void order(LiveViewConsumer consumer, LiveViewContent content) {
        orders.incrementAndGet();
        gate.pass();
        consumer.send(append("#orders").html("<li>One " + content.form("what", "coffee") + "</li>"));
    }

    /** The form comes back in the middle of the call, as a handler does that tells how far it is. */
    @LiveViewHandler("order_in_steps")
    void orderInSteps(LiveViewConsumer consumer) {
        consumer.send(replace("#steps").template("busy :: steps").with("step", "Half of it"));
        gate.pass();
        consumer.send(replace("#steps").template("busy :: steps").with("step", "All of it"));
    }

    @LiveViewHandler("ask")
    void ask(LiveViewConsumer consumer) {
        gate.pass();
        consumer.send(replace("#answer").text("Yes"));
    }

    @LiveViewHandler("break")
    void breakDown() {
        throw new IllegalStateException("the machine is broken");
    }

    @LiveViewHandler("sell_out")
    void sellOut(LiveViewConsumer consumer) {
        consumer.send(LiveViewMessage.error("Sold out until Monday."));
    }

    int orders() {
        return orders.get();
    }
}

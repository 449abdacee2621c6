package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service that pushes inside its transactions. */
@Service
class Shipping {

    /** Says that an order is on its way. */
    record Shipped(Order order) {}

    private final Orders orders;
    private final LiveViewBroadcaster live;
    private final ApplicationEventPublisher events;

    Shipping(Orders orders, LiveViewBroadcaster live, ApplicationEventPublisher events) {
        this.orders = orders;
        this.live = live;
        this.events = events;
    }

    @Transactional
    void ship(int id) {
        live.to(room("order:" + id)).send(replace("#state").text("shipped"));
        events.publishEvent(new Shipped(orders.ship(id)));
    }

    @Transactional
    void shipAll(List<Integer> ids) {
        for (int id : ids) {
            ship(id);
            live.to(room("shipping")).atOnce().send(replace("#progress").text("shipping " + id));
        }
        live.to(room("shipping")).send(replace("#progress").text(ids.size() + " are on their way"));
    }
}

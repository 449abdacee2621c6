package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewBroadcaster.user;
import static io.github.liveview4j.LiveViewMessage.append;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.examples.showcase.docs.Shipping.Shipped;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells pages of what others do, who know nothing of pages. */
@Component
class ShippingNews {

    private final LiveViewBroadcaster live;

    ShippingNews(LiveViewBroadcaster live) {
        this.live = live;
    }

    @TransactionalEventListener
    void shipped(Shipped event) {
        live.to(user(event.order().owner())).send(append("#notifications").text("Your order is on its way"));
    }
}

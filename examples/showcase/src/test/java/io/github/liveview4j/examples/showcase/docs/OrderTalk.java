package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewBroadcaster.user;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class OrderTalk {

    private final LiveViewBroadcaster live;
    private final Orders orders;

    OrderTalk(LiveViewBroadcaster live, Orders orders) {
        this.live = live;
        this.orders = orders;
    }

    @LiveViewHandler("follow_order")
    void follow(LiveViewConsumer consumer, Principal user, LiveViewContent content) {
        Order order = orders.of(user, content.data("order", 0));
        consumer.join("order:" + order.id());
    }

    @LiveViewHandler("forget_order")
    void forget(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.leave("order:" + content.data("order", 0));
    }

    @LiveViewHandler("comment_order")
    LiveViewMessage comment(LiveViewConsumer consumer, Principal user, LiveViewContent content) {
        Order order = orders.of(user, content.data("order", 0));
        LiveViewMessage comment = append("#comments").text(content.form("comment", ""));
        live.to(room("order:" + order.id())).except(consumer).send(comment);
        return comment.focus("#comment");
    }

    void sent(Order order) {
        live.to(room("order:" + order.id())).send(replace("#state").text("sent"));
        live.to(user(order.owner())).send(append("#notifications").text("Your order is on its way"));
    }

    void changed(Order order) {
        live.to(room("order:" + order.id())).refresh("show_order", Map.of("order", order.id()));
    }

    @LiveViewHandler("show_order")
    LiveViewMessage show(Principal user, LiveViewContent content) {
        Order order = orders.of(user, content.data("order", 0));
        return replace("#order").template("orders/order :: order").with("order", order);
    }
}

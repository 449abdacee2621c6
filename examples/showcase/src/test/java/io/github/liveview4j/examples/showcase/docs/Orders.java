package io.github.liveview4j.examples.showcase.docs;

import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The orders, each for the eyes of its owner. */
@Component
class Orders {

    private final Map<Integer, Order> orders = new ConcurrentHashMap<>(Map.of(7, new Order(7, "ada", "packed")));

    Order of(Principal user, int id) {
        Order order = orders.get(id);
        if (order == null || !order.owner().equals(user.getName())) {
            throw new IllegalArgumentException("No such order");
        }
        return order;
    }

    Order ship(int id) {
        Order shipped = orders.computeIfPresent(id, (key, order) -> new Order(id, order.owner(), "shipped"));
        if (shipped == null) {
            throw new IllegalArgumentException("No such order");
        }
        return shipped;
    }
}

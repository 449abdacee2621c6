package io.github.liveview4j.examples.showcase.docs;

import io.github.liveview4j.LiveViewPage;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class OrderPage {

    private final Orders orders;

    OrderPage(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/orders/{id}")
    String order(@PathVariable int id, Principal user, LiveViewPage page, Model model) {
        page.join("order:" + id);
        model.addAttribute("order", orders.of(user, id));
        return "orders/order";
    }
}

package io.github.liveview4j.spring.thymeleaf.shop;

import jakarta.servlet.http.HttpSession;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the links and forms of the templates lead to. */
@RestController
class OrderController {

    @GetMapping(name = "order", path = "/orders/{id}")
    String order(@PathVariable int id) {
        return "order " + id;
    }

    @PostMapping("/orders")
    String place(@RequestParam String article) {
        return "ordered " + article;
    }

    @PostMapping("/wishes")
    String wish(@RequestParam String article) {
        return "wished for " + article;
    }

    @GetMapping("/remember")
    String remember(HttpSession session, @RequestParam String basket) {
        session.setAttribute("basket", basket);
        return "remembered";
    }

    @GetMapping("/forget")
    String forget(HttpSession session) {
        session.invalidate();
        return "forgotten";
    }
}

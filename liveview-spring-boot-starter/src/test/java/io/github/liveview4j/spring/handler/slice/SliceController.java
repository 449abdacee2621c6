package io.github.liveview4j.spring.handler.slice;

import io.github.liveview4j.LiveViewPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a slice is about. */
@RestController
class SliceController {

    @GetMapping("/greeting")
    String greeting() {
        return "Hello";
    }

    @GetMapping("/page")
    String page(LiveViewPage page) {
        page.join("greetings");
        return "Joined";
    }
}

package io.github.liveview4j.examples.scenarios.pagestate;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class PageState {

    @GetMapping("/page-state")
    String page() {
        return "page-state";
    }
}

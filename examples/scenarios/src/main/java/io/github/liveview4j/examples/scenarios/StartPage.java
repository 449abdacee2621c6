package io.github.liveview4j.examples.scenarios;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class StartPage {

    @GetMapping("/")
    String page() {
        return "start";
    }
}

package io.github.liveview4j.examples.benchmark.library;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the benchmark in the browser looks at: live pages, and the greeting over HTTP for the page that fetches it. For any thread. */
@Controller
class BrowserPages {

    @GetMapping("/clicks")
    String clicks() {
        return "clicks";
    }

    @GetMapping("/rows")
    String rows() {
        return "rows";
    }

    @GetMapping("/greeting")
    String greeting(@RequestParam String name, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("room", "bench");
        return "hello";
    }
}

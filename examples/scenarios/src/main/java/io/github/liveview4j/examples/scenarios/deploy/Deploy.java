package io.github.liveview4j.examples.scenarios.deploy;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Deploy {

    @GetMapping("/deploy")
    String page() {
        return "deploy";
    }
}

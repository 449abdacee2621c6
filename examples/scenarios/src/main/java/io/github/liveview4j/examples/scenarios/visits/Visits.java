package io.github.liveview4j.examples.scenarios.visits;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewPage;
import io.github.liveview4j.examples.scenarios.Gate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class Visits {

    private final Gate gate;

    Visits(Gate gate) {
        this.gate = gate;
    }

    @GetMapping("/visits/{name:one|two|three}")
    String page(
            @PathVariable String name, @RequestParam(defaultValue = "1") int section, LiveViewPage page, Model model) {
        page.join("visits:" + name);
        model.addAttribute("name", name);
        model.addAttribute("section", section);
        return "visits";
    }

    @GetMapping("/visits/broken")
    ResponseEntity<String> broken() {
        return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR)
                .contentType(MediaType.TEXT_HTML)
                .body("<!DOCTYPE html><title>Broken</title><h1>Broken</h1>");
    }

    @GetMapping("/visits/plain")
    ResponseEntity<String> plain() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("Only words");
    }

    @LiveViewHandler("open_section")
    void openSection(LiveViewConsumer consumer, LiveViewContent content) {
        gate.pass();
        int section = content.data("section", 1);
        consumer.send(replace("#section")
                .template("visits :: section")
                .with("section", section)
                .url("/visits/one?section=" + section)
                .title("Section " + section));
    }
}

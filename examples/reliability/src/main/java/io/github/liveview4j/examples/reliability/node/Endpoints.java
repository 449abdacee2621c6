package io.github.liveview4j.examples.reliability.node;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the bench asks a node over HTTP. */
@Controller
class Endpoints {

    private final LedgerClient ledger;
    private final Rooms rooms;

    Endpoints(LedgerClient ledger, Rooms rooms) {
        this.ledger = ledger;
        this.rooms = rooms;
    }

    @GetMapping("/alive")
    @ResponseBody
    String alive() {
        return "yes";
    }

    /** A page that follows rooms. Joins come before the model is loaded, so that nothing falls between the two. */
    @GetMapping("/page")
    String page(@RequestParam("rooms") List<String> names, Model model) {
        // A LiveViewPage argument, and here: names.forEach(page::join);
        model.addAttribute("rooms", ledger.model(names));
        return "page";
    }

    @PostMapping("/publish")
    @ResponseBody
    CompletionStage<String> publish(@RequestParam String room, @RequestParam long id, @RequestParam int padding) {
        return rooms.publish(room, id, padding);
    }

    /** Heap in use after a collection, and threads. */
    @GetMapping("/figures")
    @ResponseBody
    String figures() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024 + " " + Thread.activeCount();
    }
}

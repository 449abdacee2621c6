package io.github.liveview4j.examples.scenarios.rows;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewPage;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Rows {

    static final List<Integer> ALL = IntStream.rangeClosed(1, 1_000).boxed().toList();

    private final LiveViewBroadcaster live;

    Rows(LiveViewBroadcaster live) {
        this.live = live;
    }

    @GetMapping("/rows")
    String page(LiveViewPage page, Model model) {
        page.join("rows");
        model.addAttribute("rows", ALL);
        return "rows";
    }

    /** Shows every page these rows, in this order. */
    void show(List<Integer> rows) {
        live.to(room("rows")).send(replace("#rows").template("rows :: rows").with("rows", rows));
    }
}

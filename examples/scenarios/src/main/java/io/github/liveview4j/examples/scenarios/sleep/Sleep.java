package io.github.liveview4j.examples.scenarios.sleep;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Sleep {

    private final LiveViewBroadcaster live;

    Sleep(LiveViewBroadcaster live) {
        this.live = live;
    }

    @GetMapping("/sleep")
    String page(LiveViewPage page) {
        page.join("sleep");
        return "sleep";
    }

    void tell(String news) {
        live.to(room("sleep")).send(append("#news").template("sleep :: item").with("item", news));
    }
}

package io.github.liveview4j.examples.mustache;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class GuestBook {

    /** Who has signed. */
    record Guest(String name) {}

    private final List<Guest> guests = new CopyOnWriteArrayList<>();

    @GetMapping("/")
    String page(Model model) {
        model.addAttribute("guests", guests);
        return "guest-book";
    }

    @LiveViewHandler("sign")
    LiveViewMessage sign(LiveViewConsumer consumer, LiveViewContent content) {
        String name = content.form("name").strip();
        if (name.isEmpty() || name.length() > 50) {
            return replace("#sign").template("form").with("error", "A name has 1 to 50 characters.");
        }
        guests.add(new Guest(name));
        consumer.broadcast(append("#guests").template("guest").with("name", name));
        return replace("#sign").template("form");
    }
}

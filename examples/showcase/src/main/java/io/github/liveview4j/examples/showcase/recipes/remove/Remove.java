package io.github.liveview4j.examples.showcase.recipes.remove;

import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Remove {

    private static final Map<Integer, String> ALL = Map.of(1, "Water the plants", 2, "Call Grace", 3, "Fix the bike");

    private final Map<Integer, String> items = new ConcurrentSkipListMap<>(ALL);

    @GetMapping("/recipes/remove")
    String page(Model model) {
        model.addAttribute("items", items);
        return "recipes/remove";
    }

    @LiveViewHandler("delete_item")
    void deleteItem(LiveViewConsumer consumer, LiveViewContent content) {
        int id = content.data("id", 0);
        boolean wasThere = items.remove(id) != null;
        if (wasThere && !items.isEmpty()) {
            consumer.send(remove("#item-" + id).focus("#items"));
        } else {
            // The last one is gone, or somebody else was faster: what is left is told anew.
            consumer.send(replace("#items").template("recipes/remove :: items").with("items", items));
        }
    }

    @LiveViewHandler("restore_items")
    void restoreItems(LiveViewConsumer consumer) {
        items.putAll(ALL);
        consumer.send(replace("#items").template("recipes/remove :: items").with("items", items));
    }
}

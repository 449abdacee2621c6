package io.github.liveview4j.examples.scenarios.markup;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class MarkupPage {

    @GetMapping("/markup")
    String page(Model model) {
        model.addAttribute("round", 1);
        model.addAttribute("names", List.of("ada", "ben"));
        return "markup";
    }

    /** The same with the other order, one more of each, and other values. */
    @LiveViewHandler("next_shapes")
    void nextShapes(LiveViewConsumer consumer) {
        consumer.send(shapes());
    }

    /** Two changes in one step, of which one asks for a transition. */
    @LiveViewHandler("fade_shapes")
    void fadeShapes(LiveViewConsumer consumer) {
        consumer.send(shapes(), element("#shapes").attribute("title", "Faded").transition());
    }

    @LiveViewHandler("change_rows")
    void changeRows(LiveViewConsumer consumer) {
        consumer.send(
                append("#prices").template("markup :: row").with("name", "dan").with("round", 3),
                outer("#price-ada")
                        .template("markup :: row")
                        .with("name", "ada")
                        .with("round", 4),
                replace("#price-ben").html("<td>ben</td><td>five</td>"));
    }

    private static LiveViewMessage shapes() {
        return replace("#shapes")
                .template("markup :: shapes")
                .with("round", 2)
                .with("names", List.of("eve", "ben", "ada"));
    }
}

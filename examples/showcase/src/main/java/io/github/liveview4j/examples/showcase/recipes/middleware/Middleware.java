package io.github.liveview4j.examples.showcase.recipes.middleware;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Middleware {

    @GetMapping("/recipes/middleware")
    String page() {
        return "recipes/middleware";
    }

    /** Runs for people who have signed in; for others the call ends in {@link SignedInOnly}. */
    @LiveViewHandler("sensitive_action")
    void sensitiveAction(LiveViewConsumer consumer) {
        String name = consumer.user().map(Principal::getName).orElseThrow();
        consumer.send(replace("#result").text("Done for " + name));
    }

    @LiveViewHandler("harmless_action")
    void harmlessAction(LiveViewConsumer consumer) {
        consumer.send(replace("#result").text("Done for anybody"));
    }
}

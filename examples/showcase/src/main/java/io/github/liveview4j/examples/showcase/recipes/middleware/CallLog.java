package io.github.liveview4j.examples.showcase.recipes.middleware;

import static io.github.liveview4j.LiveViewMessage.append;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMiddleware;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The first link sees every call: those that the next one ends, and those of functions that do not exist. */
@Component
@Order(1)
class CallLog implements LiveViewMiddleware {

    private static final Logger log = LoggerFactory.getLogger(CallLog.class);

    @Override
    public void handle(LiveViewConsumer consumer, LiveViewContent content, Chain chain) {
        String function = plain(content.function());
        String user = plain(consumer.user().map(Principal::getName).orElse("somebody"));
        log.info("{} calls {}", user, function);
        if (consumer.attributes().containsKey("watching")) {
            consumer.send(append("#calls")
                    .template("recipes/middleware :: call")
                    .with("user", user)
                    .with("function", function));
        }
        chain.proceed();
    }

    /** Anybody can call anything, under a name that they chose: a line break in it would forge a line of the log. */
    private static String plain(String text) {
        return StringUtils.truncate(text.replaceAll("[^\\w.:-]", "?"), 60);
    }

    /** The page of this recipe asks for it as soon as it is there; other pages have no place to show their calls in. */
    @LiveViewHandler("watch_calls")
    void watchCalls(LiveViewConsumer consumer) {
        consumer.attributes().put("watching", true);
    }
}

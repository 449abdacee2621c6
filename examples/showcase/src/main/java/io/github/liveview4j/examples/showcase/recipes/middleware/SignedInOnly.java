package io.github.liveview4j.examples.showcase.recipes.middleware;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMiddleware;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(2)
class SignedInOnly implements LiveViewMiddleware {

    @Override
    public void handle(LiveViewConsumer consumer, LiveViewContent content, Chain chain) {
        if (content.function().equals("sensitive_action") && consumer.user().isEmpty()) {
            consumer.send(replace("#result").template("recipes/middleware :: signed-out"));
            return; // not calling the chain ends the call here
        }
        chain.proceed();
    }
}

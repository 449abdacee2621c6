package io.github.liveview4j.spring.handler.scanned.found;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.function.UnaryOperator;

/** Nothing but handler methods makes this class a bean. */
class Greetings {

    private final UnaryOperator<String> greeter;

    Greetings(UnaryOperator<String> greeter) {
        this.greeter = greeter;
    }

    @LiveViewHandler("greet")
    LiveViewMessage greet() {
        return LiveViewMessage.replace("#greeting").text(greeter.apply("Ada"));
    }
}

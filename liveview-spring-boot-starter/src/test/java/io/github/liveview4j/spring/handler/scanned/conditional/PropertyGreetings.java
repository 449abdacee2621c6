package io.github.liveview4j.spring.handler.scanned.conditional;

import io.github.liveview4j.LiveViewHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** A bean on one condition only. */
@ConditionalOnProperty("demo.greetings")
class PropertyGreetings {

    @LiveViewHandler("of_property")
    void greet() {}
}

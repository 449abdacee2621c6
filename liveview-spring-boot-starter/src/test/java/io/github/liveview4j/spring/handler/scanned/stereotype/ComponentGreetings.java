package io.github.liveview4j.spring.handler.scanned.stereotype;

import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Component;

/** A bean by component scanning as well. */
@Component
public class ComponentGreetings {

    @LiveViewHandler("greet")
    void greet() {}
}

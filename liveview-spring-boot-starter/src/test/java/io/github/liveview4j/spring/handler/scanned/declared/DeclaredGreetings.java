package io.github.liveview4j.spring.handler.scanned.declared;

import io.github.liveview4j.LiveViewHandler;

/** A bean by a method of a configuration as well. */
public class DeclaredGreetings {

    @LiveViewHandler("greet")
    void greet() {}
}

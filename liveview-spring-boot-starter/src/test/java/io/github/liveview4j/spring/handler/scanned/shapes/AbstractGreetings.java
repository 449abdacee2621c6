package io.github.liveview4j.spring.handler.scanned.shapes;

import io.github.liveview4j.LiveViewHandler;

/** Cannot be a bean; what extends it can. */
abstract class AbstractGreetings {

    @LiveViewHandler("inherited")
    void greet() {}
}

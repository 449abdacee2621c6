package io.github.liveview4j.spring.handler.slice;

import io.github.liveview4j.LiveViewHandler;

/** The handlers of the application. */
class SliceHandlers {

    @LiveViewHandler("of_application")
    void greet() {}
}

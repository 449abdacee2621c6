package io.github.liveview4j.spring.handler.scanned.extra;

import io.github.liveview4j.LiveViewHandler;

/** In a package that only liveview.scan-packages names. */
class ExtraGreetings {

    @LiveViewHandler("of_extra")
    void greet() {}
}

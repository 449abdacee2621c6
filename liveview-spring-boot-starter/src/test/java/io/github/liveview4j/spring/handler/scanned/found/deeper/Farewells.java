package io.github.liveview4j.spring.handler.scanned.found.deeper;

import io.github.liveview4j.LiveViewHandler;

/** In a package below. */
class Farewells {

    @LiveViewHandler("take_leave")
    private void takeLeave() {}
}

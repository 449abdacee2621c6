package io.github.liveview4j.handler.scanned.other;

import io.github.liveview4j.LiveViewHandler;

class Elsewhere {

    @LiveViewHandler
    void open() {}
}

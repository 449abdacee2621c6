package io.github.liveview4j.handler.scanned;

import io.github.liveview4j.LiveViewHandler;

enum Constants {
    ONE;

    @LiveViewHandler
    void handle() {}
}

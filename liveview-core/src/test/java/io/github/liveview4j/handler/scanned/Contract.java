package io.github.liveview4j.handler.scanned;

import io.github.liveview4j.LiveViewHandler;

interface Contract {

    @LiveViewHandler
    default void open() {}
}

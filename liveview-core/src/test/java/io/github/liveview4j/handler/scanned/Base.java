package io.github.liveview4j.handler.scanned;

import io.github.liveview4j.LiveViewHandler;

public abstract class Base {

    @LiveViewHandler
    protected void open() {}
}

package io.github.liveview4j.handler.scanned;

import io.github.liveview4j.LiveViewHandler;

class PackagePrivate {

    @LiveViewHandler
    private void open() {}
}

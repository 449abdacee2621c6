package io.github.liveview4j.handler.scanned;

class WithoutHandlers {

    void open() {}
}

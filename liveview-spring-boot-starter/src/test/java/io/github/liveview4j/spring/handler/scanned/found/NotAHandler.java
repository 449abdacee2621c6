package io.github.liveview4j.spring.handler.scanned.found;

/** A class as any other. */
class NotAHandler {

    void greet() {}
}

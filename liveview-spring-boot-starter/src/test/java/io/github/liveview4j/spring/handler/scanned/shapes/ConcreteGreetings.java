package io.github.liveview4j.spring.handler.scanned.shapes;

/** Has its handler by inheritance. */
class ConcreteGreetings extends AbstractGreetings {}

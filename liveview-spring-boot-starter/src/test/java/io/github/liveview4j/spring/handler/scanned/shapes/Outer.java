package io.github.liveview4j.spring.handler.scanned.shapes;

import io.github.liveview4j.LiveViewHandler;

/** Classes within a class. */
class Outer {

    final Object anonymous = new Object() {
        @LiveViewHandler("anonymous")
        void greet() {}
    };

    static class Nested {

        @LiveViewHandler("nested")
        void greet() {}
    }

    class Inner {

        @LiveViewHandler("inner")
        void greet() {}
    }

    interface Contract {

        @LiveViewHandler("contract")
        default void greet() {}
    }
}

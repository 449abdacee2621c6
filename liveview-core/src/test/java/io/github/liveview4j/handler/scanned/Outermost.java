package io.github.liveview4j.handler.scanned;

import io.github.liveview4j.LiveViewHandler;

public class Outermost {

    @LiveViewHandler
    public void open() {}

    static class Nested {
        @LiveViewHandler
        void open() {}

        static class Deeper {
            @LiveViewHandler
            private void open() {}
        }
    }

    private static class Private {
        @LiveViewHandler
        void open() {}
    }

    class Inner {
        @LiveViewHandler
        void open() {}
    }

    static Object anonymousAndLocal() {
        class Local {
            @LiveViewHandler
            void open() {}
        }
        return new Object[] {
            new Local(),
            new Object() {
                @LiveViewHandler
                void open() {}
            }
        };
    }
}

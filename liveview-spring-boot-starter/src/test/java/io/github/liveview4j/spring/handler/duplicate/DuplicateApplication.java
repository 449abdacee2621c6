package io.github.liveview4j.spring.handler.duplicate;

import io.github.liveview4j.LiveViewHandler;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** An application with a mistake. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DuplicateApplication {

    static class First {

        @LiveViewHandler("same_name")
        void one() {}
    }

    static class Second {

        @LiveViewHandler("same_name")
        void two() {}
    }
}

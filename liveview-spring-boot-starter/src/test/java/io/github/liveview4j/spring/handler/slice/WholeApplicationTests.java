package io.github.liveview4j.spring.handler.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;

/** What a test keeps out of component scanning, it keeps out of the search for handlers: here, tests. */
@SpringBootTest
class WholeApplicationTests {

    @Autowired
    private HandlerMethodRegistry handlers;

    /** Looks like a handler of the application, and belongs to this test. */
    static class HandlersOfATest {

        @LiveViewHandler("of_test")
        void greet() {}
    }

    /** So does this; it is imported where a test names it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ConfigurationOfATest {

        @LiveViewHandler("of_test_configuration")
        void greet() {}
    }

    @Test
    void handlersOfTestsAreNotThoseOfTheApplication() {
        // The configuration of this very test is a bean of it, and its handlers are.
        assertThat(handlers.names()).containsExactly("of_application", "of_test_configuration");
    }
}

package io.github.liveview4j.examples.showcase.recipes;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "server.servlet.context-path=/app")
class ResyncUnderAContextPathBrowserTests extends ResyncBrowserTests {

    @Override
    String contextPath() {
        return "/app";
    }
}

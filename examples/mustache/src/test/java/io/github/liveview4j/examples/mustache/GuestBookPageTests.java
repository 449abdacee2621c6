package io.github.liveview4j.examples.mustache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page in a slice of the application, which has no LiveView but for what a page says of itself. */
@WebMvcTest
class GuestBookPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void hasItsScript() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<script src=\"/liveview/liveview.min.js\\?v=\\w{12}\" defer></script>");
    }
}

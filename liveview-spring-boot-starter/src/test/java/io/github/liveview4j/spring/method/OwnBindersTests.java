package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.method.forms.FormsTest;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a class says about its binders holds, however its bean is made and wherever its handler is declared. */
@FormsTest
class OwnBindersTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"bound_of_page", "bound_own", "bound_inherited"})
    void fieldsThatAreNotAllowedAreNotBound(String handler) {
        try (TestPage page = new TestBrowser(port, "").open("forms")) {
            JsonNode reply = page.call(handler, Map.of(), List.of(List.of("nick", "Ana"), List.of("shown", "false")));

            assertThat(reply.at("/updates/0/html").asString("")).isEqualTo("Ana true");
        }
    }
}

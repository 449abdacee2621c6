package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.method.forms.FormsTest;
import io.github.liveview4j.spring.method.forms.StreamHandlers;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;

/** Reactor's types as what handlers return. */
@FormsTest
class ReactiveReturnValuesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private StreamHandlers streams;

    @Test
    void everyElementIsSentAsItComesAndTheLastEndsTheCall() {
        try (TestPage page = open()) {
            assertThat(page.call("words")).hasToString("{\"type\":\"reply\",\"id\":1}");
            assertThat(List.of(page.nextUpdate(), page.nextUpdate(), page.nextUpdate()))
                    .containsExactly("a", "b", "<p>of the stream</p>");
        }
    }

    @Test
    void aSingleValueIsSentAndAListIsOneStep() {
        try (TestPage page = open()) {
            page.call("one");
            assertThat(page.nextUpdate()).isEqualTo("one");
            page.call("two");
            assertThat(page.nextUpdate()).isEqualTo("1");
            assertThat(page.call("nothing")).hasToString("{\"type\":\"reply\",\"id\":3}");
        }
    }

    @Test
    void aFailureEndsTheCallWithACode() {
        try (TestPage page = open()) {
            assertThat(page.call("failing").path("error").path("code").asString(""))
                    .isEqualTo("failed");
            assertThat(page.nextUpdate()).isEqualTo("a");
        }
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void anotherClickOfThePageStopsAStream() throws Exception {
        try (TestPage page = open()) {
            page.begin("endless", Map.of(), List.of());
            assertThat(page.nextUpdate()).isEqualTo("first");

            page.begin("stop", Map.of(), List.of());

            assertThat(List.of(
                            page.reply().path("id").asInt(),
                            page.reply().path("id").asInt()))
                    .containsExactlyInAnyOrder(1, 2);
            assertThat(streams.ended.get(20, TimeUnit.SECONDS)).isEqualTo("stopped");
        }
    }

    private TestPage open() {
        return new TestBrowser(port, "").open("streams");
    }
}

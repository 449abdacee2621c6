package io.github.liveview4j.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.security.guarded.GuardedApplication;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the annotations of Spring Security do on handlers, over real sockets. */
@SpringBootTest(
        classes = GuardedApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "liveview.page-token=optional")
@ExtendWith(OutputCaptureExtension.class)
class MethodSecurityTests {

    @LocalServerPort
    private int port;

    private static String codeOf(JsonNode reply) {
        return reply.path("error").path("code").asString("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pre", "post", "secured", "meta", "ofClass", "ofInterface", "ofGeneric", "ofPage", "stage"})
    void anAnnotationLetsInWhomItNamesAndNobodyElse(String handler) {
        try (TestPage clerk = new TestBrowser(port, "").signIn("carl", "secret").open("desk");
                TestPage user =
                        new TestBrowser(port, "").signIn("ana", "secret").open("desk");
                TestPage nobody = new TestBrowser(port, "").open("desk")) {
            assertThat(clerk.html(handler)).isEqualTo("carl");
            assertThat(codeOf(user.call(handler))).isEqualTo("unknown_function");
            assertThat(codeOf(nobody.call(handler))).isEqualTo("unknown_function");
            assertThat(user.html("open")).isEqualTo("open");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"denied", "unauthenticated", "failedStage"})
    void whatTheApplicationRefusesIsHiddenAndOneLineOfTheLog(String handler, CapturedOutput output) {
        try (TestPage page = new TestBrowser(port, "").signIn("carl", "secret").open("desk")) {
            JsonNode reply = page.call(handler);

            assertThat(codeOf(reply)).isEqualTo("unknown_function");
            assertThat(reply.toString()).doesNotContain("secret");
            assertThat(output.getOut().lines().filter(line -> line.contains("'" + handler + "'")))
                    .singleElement()
                    .asString()
                    .contains("as if no handler had that name")
                    .doesNotContain("a secret reason");
            assertThat(output.getOut()).doesNotContain("\tat ");
        }
    }

    @Test
    void theUserIsThereWhereStreamsAndTasksCallWhatIsGuarded() {
        try (TestPage clerk = new TestBrowser(port, "").signIn("carl", "secret").open("desk");
                TestPage user =
                        new TestBrowser(port, "").signIn("ana", "secret").open("desk")) {
            clerk.call("stream");
            assertThat(clerk.nextUpdate()).isEqualTo("carl");
            assertThat(codeOf(user.call("stream"))).isEqualTo("unknown_function");

            clerk.call("task");
            assertThat(clerk.nextUpdate()).isEqualTo("carl");
            user.call("task");
            assertThat(user.nextOther().path("code").asString()).isEqualTo("unknown_function");
        }
    }
}

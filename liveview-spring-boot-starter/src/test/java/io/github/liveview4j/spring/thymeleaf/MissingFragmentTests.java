package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.thymeleaf.shop.ShopTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A template that cannot be rendered is told by name to the developer, and to the browser by a reference. */
@ShopTest
@ExtendWith(OutputCaptureExtension.class)
class MissingFragmentTests {

    @LocalServerPort
    private int port;

    private TestPage page;

    @BeforeEach
    void openAPage() {
        page = new TestBrowser(port, "/shop").open("missing");
    }

    @AfterEach
    void closeThePage() {
        page.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"missingFragment", "missingFragmentSent"})
    void aMissingFragmentIsNamedInTheLogAndNotInTheBrowser(String function, CapturedOutput output) {
        JsonNode reply = page.call(function);

        String ref = reply.path("error").path("ref").asString();
        assertThat(reply.path("error").path("code").asString()).isEqualTo("failed");
        assertThat(ref).hasSizeGreaterThan(5);
        assertThat(reply.path("updates").isMissingNode()).isTrue();
        assertThat(reply.toString()).doesNotContain("nowhere").doesNotContain("features/page");
        assertThat(output)
                .contains("[" + ref + "]")
                .contains("The template \"features/page\" has no fragment \"nowhere\"")
                .contains("th:fragment=\"nowhere\"");
    }

    @ParameterizedTest
    @CsvSource({"missingTemplate, features/gone :: part", "brokenExpression, features/page :: broken"})
    void aTemplateThatIsMissingOrBrokenIsNamedInTheLogAndNotInTheBrowser(
            String function, String template, CapturedOutput output) {
        JsonNode reply = page.call(function);

        String ref = reply.path("error").path("ref").asString();
        assertThat(reply.path("error").path("code").asString()).isEqualTo("failed");
        assertThat(reply.toString()).doesNotContain("features/");
        assertThat(output)
                .contains("[" + ref + "]")
                .contains("The template \"" + template + "\" could not be rendered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "hidden"})
    void aFragmentThatIsThereAndRendersNothingIsSent(String function) {
        JsonNode reply = page.call(function);

        assertThat(reply.path("error").isMissingNode()).isTrue();
        assertThat(reply.path("updates").path(0).path("target").asString()).isEqualTo("#target");
        assertThat(reply.path("updates").path(0).path("html").asString()).isEmpty();
    }

    @Test
    void thePageGoesOnAfterAFailure() {
        page.call("missingFragment");

        assertThat(page.html("text")).isEqualTo("<p>a &lt; b</p>");
    }
}

package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.method.forms.FormsTest;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Single values, users, places and all else that a method of a controller may ask for. */
@FormsTest
@ExtendWith(OutputCaptureExtension.class)
class ValueArgumentsTests {

    @LocalServerPort
    private int port;

    private TestPage page;

    @BeforeEach
    void openAPage() {
        page = new TestBrowser(port, "")
                .signIn("alice", "secret")
                .open("values?page=3&q=handshake&text=leak", "X-Tenant", "acme");
    }

    @AfterEach
    void closeThePage() {
        page.close();
    }

    private String text(String function, Map<String, ?> data, String... form) {
        JsonNode reply = call(function, data, form);
        assertThat(reply.path("error").isMissingNode()).as("%s", reply).isTrue();
        return reply.path("updates").path(0).path("html").asString("");
    }

    private JsonNode call(String function, Map<String, ?> data, String... form) {
        List<List<String>> fields = java.util.stream.IntStream.range(0, form.length / 2)
                .mapToObj(i -> List.of(form[2 * i], form[2 * i + 1]))
                .toList();
        return page.call(function, data, fields);
    }

    private String code(String function, Map<String, ?> data, String... form) {
        return call(function, data, form).path("error").path("code").asString("");
    }

    @Test
    void valuesComeByTheirNamesAndAreConverted() {
        assertThat(text("values", Map.of("number", 7, "flag", true, "id", "12"), "text", "a b", "day", "MONDAY"))
                .isEqualTo("[a b, 7, MONDAY, true, Optional[12]]");
    }

    @Test
    void whatWasNotSentIsNullAndNothingComesFromTheHandshake() {
        assertThat(text("values", Map.of())).isEqualTo("[null, null, null, false, Optional.empty]");
    }

    @Test
    void dataWinsOverAField() {
        assertThat(text("page", Map.of("page", "2"), "page", "5")).isEqualTo("[2]");
    }

    @Test
    void aPrimitiveWithoutAValueIsToldByItsName(CapturedOutput output) {
        assertThat(code("page", Map.of())).isEqualTo("invalid");
        assertThat(output).contains("The handler of 'page' was not run").contains("parameter 'page'");
    }

    @Test
    void whatCannotBeConvertedIsToldWithoutTheValue(CapturedOutput output) {
        assertThat(code("page", Map.of("page", "s3cret"))).isEqualTo("invalid");
        assertThat(code("values", Map.of("day", "s3cret"))).isEqualTo("invalid");
        assertThat(code("page", Map.of("page", ""))).isEqualTo("invalid");
        assertThat(output)
                .contains("expected 'page' to be of type int")
                .contains("expected 'day' to be of type DayOfWeek")
                .doesNotContain("s3cret");
    }

    @Test
    void formatsOfAnnotationsHold() {
        assertThat(text("date", Map.of(), "on", "03.02.2026")).isEqualTo("[2026-02-03]");
    }

    @Test
    void requestParametersAreThoseOfTheCall() {
        assertThat(text("params", Map.of("tags", List.of("a", 2, Map.of("deep", 1))), "needed", "x"))
                .isEqualTo("[x, 7, [a, 2], [a, 2]]");
        assertThat(code("params", Map.of())).isEqualTo("invalid");
        assertThat(text("all_params", Map.of("a", 1), "b", "2")).isEqualTo("[{b=2, a=1}]");
    }

    @Test
    void usersAreThoseOfThePage() {
        assertThat(text("who", Map.of())).isEqualTo("[alice, alice]");
        try (TestPage anonymous = new TestBrowser(port, "").open("values")) {
            assertThat(anonymous.html("who")).isEqualTo("[null, null]");
        }
    }

    @Test
    void languageTimeZoneAndSettingsAreThere() {
        assertThat(text("where", Map.of())).isEqualTo("[en, Pacific/Auckland, Pacific/Auckland, forms]");
    }

    @Test
    void headersAreThoseOfTheHandshakeAndItsQueryIsNobodys() {
        assertThat(text("handshake", Map.of())).isEqualTo("[acme, acme, null, null, null]");
    }

    @Test
    void aPageOfRecordsIsAskedForAsInAController() {
        assertThat(text("pageable", Map.of("page", 2, "size", 5), "sort", "name,desc"))
                .isEqualTo("[2, 5, name: DESC]");
    }
}

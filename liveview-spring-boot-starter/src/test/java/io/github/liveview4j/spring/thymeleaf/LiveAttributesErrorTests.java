package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** A mistake in a template is named with its place and what to do. */
class LiveAttributesErrorTests {

    private final Templates templates = new Templates();

    private TemplateProcessingException failure(String template) {
        Throwable thrown = catchThrowable(() -> templates.render(template, Map.of("user", "somebody's text")));
        // Where a template is parsed anew, the parser has wrapped it.
        while (thrown != null && !(thrown instanceof TemplateProcessingException e && e.getLine() != null)) {
            thrown = thrown.getCause();
        }
        return Objects.requireNonNull((TemplateProcessingException) thrown, "no exception with a place");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<i lv:click=\"a\" lv:blur=\"b\"></i> | lv:blur=\"b\": this element already calls another handler"
                        + " (lv:click=\"a\"), and an element has one. Let both events call one handler, or put one",
                "<i data-liveview-function=\"a\" lv:blur=\"b\"></i> | another handler (data-liveview-function)",
                "<i lv:click></i> | lv:click: expected the name of a handler, got nothing",
                "<i lv:click=\" \"></i> | expected the name of a handler, got nothing",
                "<i lv:init=\"\"></i> | expected the name of a handler, got nothing",
                "<i lv:debounce=\"soon\"></i> | lv:debounce=\"soon\": expected a whole number from 0",
                "<i lv:throttle=\"-1\"></i> | expected a whole number from 0",
                "<i lv:threshold></i> | lv:threshold: expected a whole number from 0",
                "<i lv:debounce=\"${user}\"></i> | lv:debounce=\"${user}\": expected a whole number from 0",
                "<i lv:focus=\"yes\"></i> | lv:focus=\"yes\": expected true, false or an expression",
                "<a lv:navigate=\"back\"></a> | lv:navigate=\"back\": expected true, false, replace or an expression",
                "<i lv:keys></i> | lv:keys: expected JSON such as {\"ctrl+s\":\"save\"} or an expression, got nothing",
                "<i lv:click#x=\"a\"></i> | lv:click#x=\"a\": expected an event such as click, keydown.enter or",
                "<i lv:click@body=\"a\"></i> | expected an event such as",
                "<i lv:stop=\"a#b\"></i> | expected an event such as",
                "<i lv:data-=\"a\"></i> | expected a name after \"data-\", such as data-id",
                "<body lv:room></body> | lv:room: a page has one room, that of its html element: expected it there, got"
                        + " it on <body>",
                "<html lv:room=\"a b\"></html> | lv:room=\"a b\": expected 1 to 128 of A-Z a-z 0-9 _ . ~ : -",
                "<html lv:room=\"${user}\"></html> | lv:room=\"${user}\": expected 1 to 128 of",
                "<liveview:script lv:click=\"a\"/> | lv:click=\"a\": the script has no event, room or data",
                "<liveview:script src/> | src: expected the address of a bundle",
                "<liveview:script th:src=\"${null}\"/> | src: expected the address of a bundle",
            })
    void mistakesAreExplained(String template, String message) {
        assertThat(failure(template)).hasMessageContaining(message);
        assertThat(failure(template).getMessage()).doesNotContain("somebody's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lv:debounce=\"soon\"",
                "lv:data-x=\"${missing.name}\"",
                "lv:data-x=\"${\"",
                "lv:data-x=\"a ${user}\"",
                "lv:click=\"a\" lv:blur=\"b\""
            })
    void mistakesHaveTheirPlace(String attributes) {
        String template = "<html>\n<p>\n  <i " + attributes + "></i>\n</p></html>";
        TemplateProcessingException failure = failure(template);

        assertThat(failure.getTemplateName()).isEqualTo(template);
        assertThat(failure.getLine()).isEqualTo(3);
        assertThat(failure.getCol()).isGreaterThanOrEqualTo(3);
        assertThat(failure).hasMessageContaining("line 3, col ");
    }
}

package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** A user's text stays text, whatever is in it. */
class LiveAttributesSafetyTests {

    private final Templates templates = new Templates();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${T(java.lang.Runtime).getRuntime()}",
                "__${T(java.lang.Runtime).getRuntime()}__",
                "${secret}",
                "__${secret}__",
                "*{secret}",
                "#{secret}",
                "@{/secret}",
                "~{secret}",
                "|${secret}|",
                "'secret'",
                "[[${secret}]]"
            })
    void aValueThatLooksLikeAnExpressionArrivesAsItsText(String text) {
        Map<String, Object> model = Map.of("text", text, "secret", "hunter2");
        String escaped = text.replace("'", "&#39;");

        assertThat(templates.render("<i lv:data-x=\"${text}\"></i>", model))
                .isEqualTo("<i data-data-x=\"" + escaped + "\"></i>");
        assertThat(templates.render("<i lv:click=\"${text}\"></i>", model))
                .contains("data-liveview-function=\"" + escaped + "\"");
        assertThat(templates.render("<i lv:keys=\"${text}\"></i>", model))
                .isEqualTo("<i data-liveview-keyboard-map=\"" + escaped + "\"></i>");
        assertThat(templates.render("<i lv:data-x=\"|${text}|\"></i>", model))
                .isEqualTo("<i data-data-x=\"" + escaped + "\"></i>");
        assertThat(templates.render("<i th:data-action=\"${text}\" lv:click=\"x\"></i>", model))
                .contains("data-action=\"" + escaped + " click-&gt;page#run\"");
    }

    @Test
    void anExpressionThatAnotherAttributeHasWrittenIsRefusedWithoutQuotingIt() {
        assertThatExceptionOfType(TemplateProcessingException.class)
                .isThrownBy(() -> templates.render(
                        "<i th:attr=\"data-lv-data-x=${text}\"></i>", Map.of("text", "${T(java.lang.Runtime)}")))
                .satisfies(e -> assertThat(e)
                        .rootCause()
                        .message()
                        .startsWith("data-lv-data-x: an expression is evaluated only where a template has it")
                        .doesNotContain("Runtime"));
        assertThat(templates.render("<i th:attr=\"data-lv-data-x=${text}\"></i>", Map.of("text", "plain")))
                .isEqualTo("<i data-data-x=\"plain\"></i>");
    }

    @Test
    void valuesCannotEndTheAttribute() {
        assertThat(templates.render("<i lv:data-x=\"${text}\"></i>", Map.of("text", "\" onclick='a()'><script>&amp;")))
                .isEqualTo("<i data-data-x=\"&quot; onclick=&#39;a()&#39;&gt;&lt;script&gt;&amp;amp;\"></i>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lv:click", "lv:init", "lv:appear", "lv:keys"})
    void whoMakesALinkDoesNotChooseWhatAClickCalls(String attribute) {
        MockHttpServletRequest request = Templates.request("");
        request.setParameter("call", "delete_account");

        assertThatExceptionOfType(TemplateProcessingException.class)
                .isThrownBy(() -> templates.render("<i " + attribute + "=\"${param.call}\"></i>", Map.of(), request))
                .withStackTraceContaining("parameters is forbidden in this context");
        assertThat(templates.render("<i lv:data-call=\"${param.call}\"></i>", Map.of(), request))
                .isEqualTo("<i data-data-call=\"delete_account\"></i>");
    }
}

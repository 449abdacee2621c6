package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<i data-lv-data-x=\"fallback\" th:data-lv-data-x=\"${text}\"></i>",
                "<i data-lv-data-x=\"fallback\" th:attr=\"data-lv-data-x=${text}\"></i>",
                "<i data-lv-data-x=\"fallback\" th:attrappend=\"data-lv-data-x=${text}\"></i>",
                "<i lv:data-x=\"fallback\" th:attr=\"'lv:data-x'=${text}\"></i>",
                "<i th:each=\"i : ${#numbers.sequence(1, 2)}\" data-lv-data-x=\"f\" th:attr=\"data-lv-data-x=${text}\"></i>",
                "<b lv:data-x=\"${text}\"><i data-lv-data-x=\"f\" th:attr=\"data-lv-data-x=${text}\"></i></b>"
            })
    void anExpressionThatAnotherAttributeHasWrittenOverAFallbackIsRefusedToo(String template) {
        assertThatExceptionOfType(TemplateProcessingException.class)
                .isThrownBy(() -> templates.render(template, Map.of("text", "${secret}", "secret", "hunter2")))
                .satisfies(e -> assertThat(e)
                        .rootCause()
                        .message()
                        .contains("an expression is evaluated only where a template has it")
                        .doesNotContain("secret", "hunter2"));
    }

    @Test
    void anExpressionOfTheTemplateIsEvaluatedInLoopsAndConditions() {
        String template = "<ul><li th:each=\"x : ${xs}\" th:if=\"${x > 1}\" th:id=\"|a${x}|\" lv:data-x=\"${x}\" "
                + "th:with=\"y=${x * 2}\" lv:data-y=\"${y}\" th:text=\"${x}\"></li></ul>";

        assertThat(templates.render(template, Map.of("xs", List.of(1, 2, 3))))
                .isEqualTo("<ul><li id=\"a2\" data-data-x=\"2\" data-data-y=\"4\">2</li>"
                        + "<li id=\"a3\" data-data-x=\"3\" data-data-y=\"6\">3</li></ul>");
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

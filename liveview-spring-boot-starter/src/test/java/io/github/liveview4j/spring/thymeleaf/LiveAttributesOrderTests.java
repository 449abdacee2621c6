package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thymeleaf's own attributes have their say before {@code lv:} attributes, wherever they stand on the tag. */
class LiveAttributesOrderTests {

    private final Templates templates = new Templates();

    @Test
    void variablesOfALoopAreVisible() {
        assertThat(templates.render(
                        "<i lv:data-id=\"${item}\" lv:data-at=\"${at.index}\" th:each=\"item, at : ${items}\"></i>",
                        Map.of("items", List.of("a", "b"))))
                .isEqualTo(
                        "<i data-data-id=\"a\" data-data-at=\"0\"></i><i data-data-id=\"b\" data-data-at=\"1\"></i>");
    }

    @Test
    void localVariablesAndSelectedObjectsAreVisible() {
        assertThat(templates.render("<i lv:data-a=\"${a}\" th:with=\"a=${1 + 1}\"></i>"))
                .isEqualTo("<i data-data-a=\"2\"></i>");
        assertThat(templates.render("<i lv:data-a=\"*{a}\" th:object=\"${o}\"></i>", Map.of("o", Map.of("a", 3))))
                .isEqualTo("<i data-data-a=\"3\"></i>");
    }

    @Test
    void whatIsLeftOutIsNotEvaluated() {
        assertThat(templates.render("<i lv:data-a=\"${missing.name}\" th:if=\"${false}\"></i>"))
                .isEmpty();
        assertThat(templates.render("<i lv:data-a=\"${missing.name}\" th:remove=\"all\"></i>"))
                .isEmpty();
        assertThat(templates.render("<b><i lv:data-a=\"${missing.name}\" th:replace=\"~{}\"></i></b>"))
                .isEqualTo("<b></b>");
    }

    @Test
    void bodiesAndOtherAttributesAreWrittenBesideThem() {
        assertThat(templates.render(
                        "<i lv:click=\"x\" th:text=\"${t}\" th:id=\"${t}\" th:classappend=\"b\" class=\"a\"></i>",
                        Map.of("t", "<")))
                .isEqualTo("<i id=\"&lt;\" class=\"a b\" data-liveview-function=\"x\""
                        + " data-action=\"click-&gt;page#run\">&lt;</i>");
    }

    @Test
    void fragmentsHaveThemWithTheirParameters() {
        assertThat(templates.render(
                        "<b th:insert=\"~{:: f(7)}\"></b><i th:fragment=\"f(id)\" lv:data-id=\"${id}\"></i>"))
                .startsWith("<b><i data-data-id=\"7\"></i></b>");
    }

    @Test
    void elementsWithoutABodyAndFormFieldsHaveThem() {
        assertThat(templates.render("<input lv:change=\"x\" name=\"n\"/>"))
                .isEqualTo("<input name=\"n\" data-liveview-function=\"x\" data-action=\"change-&gt;page#run\"/>");
    }
}

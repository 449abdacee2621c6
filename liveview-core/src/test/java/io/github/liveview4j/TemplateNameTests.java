package io.github.liveview4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateNameTests {

    @Test
    void readsATemplate() {
        assertThat(TemplateName.parse("articles/edit-1.v2_x"))
                .isEqualTo(new TemplateName("articles/edit-1.v2_x", null))
                .hasToString("articles/edit-1.v2_x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b :: c-d_1", "a/b::c-d_1", "  a/b   ::\tc-d_1\n"})
    void readsATemplateAndAFragment(String name) {
        assertThat(TemplateName.parse(name))
                .isEqualTo(new TemplateName("a/b", "c-d_1"))
                .hasToString("a/b :: c-d_1");
    }

    @Test
    void readsWhatItWrites() {
        TemplateName name = new TemplateName("a/b", "c");

        assertThat(TemplateName.parse(name.toString())).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "..",
                "../secret",
                "a/../b",
                "a.. :: b",
                "__${T(java.lang.Runtime)}__",
                "__${T(java.lang.Runtime).getRuntime().exec('id')}__::.x",
                "${x}",
                "*{x}",
                "#{x}",
                "@{x}",
                "~{x}",
                "~{a :: b}",
                "a b",
                "a :: b c",
                "a :: b(c)",
                "a(c)",
                "a :: b :: c",
                "a ::",
                ":: b",
                "a :: #id",
                "a :: .class",
                "a :: b/c",
                "a : b",
                "a\\b",
                "a\0",
                "a\nb",
                "file:a",
                "ä",
                "a?b",
                "a%2e%2e"
            })
    void refusesWhatCouldBeMoreThanAName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateName.parse(name))
                .withMessageStartingWith("Expected a template name such as \"hello\" or \"hello :: greeting\"");
    }

    @Test
    void doesNotRepeatWhatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateName.parse("what a user typed"))
                .withMessageNotContaining("typed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "..", "a/../b", "a ", "a :: b", "~{x}", "a\n"})
    void refusesABadTemplateAlsoWhenMadeByHand(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TemplateName(template, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new TemplateName(template, "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "b(c)", "a/b", "a.b", " b", "b\n"})
    void refusesABadFragmentAlsoWhenMadeByHand(String fragment) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TemplateName("a", fragment));
    }
}

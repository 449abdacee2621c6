package io.github.liveview4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveViewContentTests {

    private final LiveViewContent content =
            LiveViewContent.of("save", Map.of("modalId", "3"), Map.of("tag", List.of("b", "a")), "de-CH", "lobby");

    @Test
    void givesWhatTheBrowserSent() {
        assertThat(content.function()).isEqualTo("save");
        assertThat(content.data()).containsExactly(entry("modalId", "3"));
        assertThat(content.form()).containsExactly(entry("tag", List.of("b", "a")));
        assertThat(content.lang()).isEqualTo("de-CH");
        assertThat(content.room()).isEqualTo("lobby");
    }

    @Test
    void isAMapOfTheFiveKeys() {
        assertThat(content)
                .containsExactly(
                        entry("function", "save"),
                        entry("data", Map.of("modalId", "3")),
                        entry("form", Map.of("tag", List.of("b", "a"))),
                        entry("lang", "de-CH"),
                        entry("room", "lobby"))
                .hasSize(5);
    }

    @Test
    void givesByKeyWhatItGivesAsEntry() {
        content.forEach((key, value) -> assertThat(content.get(key)).isEqualTo(value));
        assertThat(content.get("other")).isNull();
        assertThat(content.get(7)).isNull();
        assertThat(content.get(null)).isNull();
        assertThat(content.containsKey("lang")).isTrue();
        assertThat(content.containsKey("other")).isFalse();
        assertThat(content.getOrDefault("other", "x")).isEqualTo("x");
    }

    @Test
    void lacksTheLanguageWhereThePageHasNone() {
        LiveViewContent none = content.withLang(null);

        assertThat(none.lang()).isNull();
        assertThat(none.get("lang")).isNull();
        assertThat(none).containsOnlyKeys("function", "data", "form", "room");
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> content.put("function", "x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> content.remove("function")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(content::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> content.entrySet().iterator().next().setValue("x"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> content.keySet().remove("room")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> content.data().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> content.form().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> content.withForm("a", "b").formAll("a").add("x"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void needsNothingButTheFunction() {
        assertThat(LiveViewContent.of("tick"))
                .isEqualTo(LiveViewContent.of("tick", Map.of(), Map.of(), null, ""))
                .containsExactly(
                        entry("function", "tick"), entry("data", Map.of()), entry("form", Map.of()), entry("room", ""));
        assertThatNullPointerException().isThrownBy(() -> LiveViewContent.of(null));
    }

    @Test
    void isCopiedWithOnePartChanged() {
        LiveViewContent copy = content.withData("page", 2)
                .withForm("name", "Ann")
                .withLang("en")
                .withRoom("attic");

        assertThat(copy.data()).containsOnly(entry("modalId", "3"), entry("page", 2));
        assertThat(copy.form()).containsOnly(entry("tag", List.of("b", "a")), entry("name", List.of("Ann")));
        assertThat(copy.lang()).isEqualTo("en");
        assertThat(copy.room()).isEqualTo("attic");
        assertThat(copy.function()).isEqualTo("save");
        assertThat(content.data()).hasSize(1);
        assertThat(content.form()).hasSize(1);
    }

    @Test
    void tellsWhichFieldsNobodyHasBeenIn() {
        LiveViewContent copy = content.withUntouched("name", "email").withForm("name", "");

        assertThat(copy.isTouched("name")).isFalse();
        assertThat(copy.isTouched("tag")).isTrue();
        assertThat(copy.untouched()).containsExactlyInAnyOrder("name", "email");
        assertThat(copy.withUntouched().isTouched("name")).isTrue();
        assertThat(content.isTouched("name")).isTrue();
    }

    @Test
    void isCopiedWithAWholeFormOrDataInPlaceOfTheOld() {
        assertThat(content.withForm(Map.of("a", List.of("b"))).form()).containsExactly(entry("a", List.of("b")));
        assertThat(content.withData(Map.of("a", 1)).data()).containsExactly(entry("a", 1));
    }

    @Test
    void isCopiedWithoutAFieldThatHasNoValues() {
        assertThat(content.withForm("tag").form()).isEmpty();
    }

    @Test
    void givesTheFirstValueOfAField() {
        assertThat(content.form("tag")).isEqualTo("b");
        assertThat(content.form("none")).isEmpty();
        assertThat(LiveViewContent.of("f", Map.of(), Map.of("a", List.of()), null, "")
                        .form("a"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void givesTheDefaultForABlankValue(String blank) {
        LiveViewContent blanks = content.withForm("a", blank).withData("a", blank);

        assertThat(blanks.form("a", "x")).isEqualTo("x");
        assertThat(blanks.data("a", "x")).isEqualTo("x");
        assertThat(blanks.data("a", 7)).isEqualTo(7);
        assertThat(blanks.form("a")).isEqualTo(blank);
        assertThat(blanks.data("a")).isEqualTo(blank);
    }

    @Test
    void givesTheDefaultForWhatWasNotSent() {
        assertThat(content.form("none", "x")).isEqualTo("x");
        assertThat(content.data("none", "x")).isEqualTo("x");
        assertThat(content.data("none", 7)).isEqualTo(7);
    }

    @Test
    void givesTheValueInPlaceOfTheDefault() {
        assertThat(content.form("tag", "x")).isEqualTo("b");
        assertThat(content.data("modalId", "x")).isEqualTo("3");
        assertThat(content.withForm("a", " b ").form("a", "x")).isEqualTo(" b ");
    }

    @Test
    void givesAllValuesOfAField() {
        assertThat(content.formAll("tag")).containsExactly("b", "a");
        assertThat(content.formAll("none")).isEmpty();
    }

    @Test
    void givesDataAsText() {
        assertThat(content.withData("a", 7).data("a")).isEqualTo("7");
        assertThat(content.withData("a", true).data("a")).isEqualTo("true");
        assertThat(content.data("none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-7, -7", "' 7 ', 7", "+7, 7", "2147483647, 2147483647", "-2147483648, -2147483648"})
    void givesDataAsAWholeNumber(String value, int number) {
        assertThat(content.withData("page", value).data("page", 1)).isEqualTo(number);
    }

    @Test
    void givesANumberAsTheNumberItIs() {
        assertThat(content.withData("page", 7).data("page", 1)).isEqualTo(7);
        assertThat(content.withData("page", 7L).data("page", 1)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "7.0", "0x7", "2147483648", "7 7", "1e3", "--1"})
    void saysThatAValueIsNoNumberWithoutRepeatingIt(String value) {
        assertThatThrownBy(() -> content.withData("page", value).data("page", 1))
                .isInstanceOf(LiveViewException.class)
                .hasMessage("Expected data 'page' of the call 'save' to be a whole number; got text of "
                        + value.length() + " characters that is none")
                .hasNoCause();
    }

    @Test
    void namesTheFieldsAndNeverAValue() {
        assertThat(content.withForm("password", "secret")
                        .withData("token", "secret")
                        .withForm("tag"))
                .hasToString("LiveViewContent[function=save, data=[modalId, token], form=[password]]");
    }
}

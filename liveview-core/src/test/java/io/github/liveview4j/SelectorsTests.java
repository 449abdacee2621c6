package io.github.liveview4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorsTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "row-7, #row-7",
                "a b, #a\\ b",
                "`x, body`, `#x\\,\\ body`",
                "x>*, #x\\>\\*",
                "x:not(y), #x\\:not\\(y\\)",
                "x[a=\"b\"], #x\\[a\\=\\\"b\\\"\\]",
                "a\\b, #a\\\\b",
                "7, #\\37 ",
                "-7, #-\\37 ",
                "-, #\\-",
                "--, #--",
                "a7, #a7",
                "ä, #ä",
                "🐌, #🐌"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void idIsEscapedAsTheBrowserDoes(String id, String selector) {
        assertThat(Selectors.id(id.strip())).isEqualTo(selector.stripLeading());
    }

    @Test
    void controlCharactersAreEscapedByTheirNumbers() {
        assertThat(Selectors.id("a\nb\u0000c\u007f")).isEqualTo("#a\\a b\uFFFDc\\7f ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud83d", "a\udc00b"})
    void whatIsNoIdIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Selectors.id(id));
    }
}

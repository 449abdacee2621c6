package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Az09_-Zz", "abcdefghijklmnopqrstuvwxyz012345"})
    void takesAnEpochOfLettersDigitsDashAndUnderline(String epoch) {
        assertThat(new Position(epoch, 0).epoch()).isEqualTo(epoch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "a\"b", "a\n", "ä", "abcdefghijklmnopqrstuvwxyz0123456"})
    void takesNoOtherEpoch(String epoch) {
        assertThat(Position.isEpoch(epoch)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(epoch, 0));
    }

    @Test
    void takesNumbersFromZero() {
        assertThat(new Position("a", Long.MAX_VALUE).seq()).isEqualTo(Long.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position("a", -1))
                .withMessageEndingWith("got one of 1 characters and -1");
    }

    @Test
    void quotesAStrangersTextOnlyInParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position("\n".repeat(10_000), 0))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).doesNotContain("\n").hasSizeLessThan(800));
    }

    @Test
    void isWrittenAsAPageCarriesIt() {
        assertThat(new Position("Az09_-Zz", 42)).hasToString("Az09_-Zz:42");
    }
}

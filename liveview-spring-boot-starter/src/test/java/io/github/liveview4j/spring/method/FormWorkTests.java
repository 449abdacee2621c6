package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormWorkTests {

    private static Set<String> names(int count, IntFunction<String> name) {
        return IntStream.range(0, count).mapToObj(name).collect(Collectors.toSet());
    }

    private static void assertFits(Set<String> names) {
        assertThatCode(() -> FormWork.check(names)).doesNotThrowAnyException();
    }

    private static void assertAsksForTooMuch(Set<String> names) {
        assertThatThrownBy(() -> FormWork.check(names))
                .isInstanceOf(UnfitFieldException.class)
                .hasMessageContaining("Expected a form of at most 4096 elements");
    }

    @Test
    void aTableOfTwoHundredRowsFits() {
        assertFits(Stream.of("article", "count", "price", "note", "unit")
                .flatMap(field -> names(200, row -> "rows[" + row + "]." + field).stream())
                .collect(Collectors.toSet()));
    }

    @Test
    void aThousandFieldsAndAThousandEntriesOfAMapFit() {
        assertFits(names(1000, number -> "field" + number));
        assertFits(names(1000, number -> "prices[p" + number + "]"));
        assertFits(names(256, number -> "tags[" + number + "]"));
    }

    @Test
    void listsInListsThatAreFilledToTheirEndsAskForTooMuch() {
        assertFits(names(16, number -> "children[" + number + "].children[200].text"));
        assertAsksForTooMuch(names(24, number -> "children[" + number + "].children[200].text"));
    }

    @Test
    void manyObjectsForManyNamesAskForTooMuch() {
        assertFits(names(300, number -> "named[a" + number + "].named[b" + number + "].text"));
        assertAsksForTooMuch(names(600, number -> "named[a" + number + "].named[b" + number + "].text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "[",
                "]",
                "[[[",
                "a[",
                "a[9",
                "a[99999999999999999999]",
                "a[-1]",
                "a[x]",
                "a.b..c",
                "a[\u0661]"
            })
    void namesThatAreNoneAreLeftToTheBinder(String name) {
        assertFits(Set.of(name));
    }
}

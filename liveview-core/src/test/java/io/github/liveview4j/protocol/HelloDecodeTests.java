package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hello says of the page's place and rooms. */
class HelloDecodeTests {

    private static final int LIMIT = 64 * 1024;

    private static ClientEvent event(String fields) {
        return CodecFixture.one(Dialect.V2, "{\"type\": \"hello\", \"page\": \"page_0123456789-\", " + fields + "}");
    }

    private static ClientEvent.Hello hello(String fields) {
        ClientEvent event = event(fields);
        assertThat(event).isInstanceOf(ClientEvent.Hello.class);
        return (ClientEvent.Hello) event;
    }

    private static String reason(String fields) {
        ClientEvent event = event(fields);
        assertThat(event).isInstanceOf(ClientEvent.Malformed.class);
        ClientEvent.Malformed malformed = (ClientEvent.Malformed) event;
        assertThat(malformed.call()).isNull();
        return malformed.reason();
    }

    @Test
    void readsAPosition() {
        assertThat(hello("\"epoch\": \"Az09_-Zz\", \"seq\": 9223372036854775807")
                        .position())
                .isEqualTo(new Position("Az09_-Zz", Long.MAX_VALUE));
    }

    @Test
    void takesAnEpochWithoutANumberForItsBeginning() {
        assertThat(hello("\"epoch\": \"e\"").position()).isEqualTo(new Position("e", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"seq\": 7", "\"seq\": -7", "\"epoch\": null, \"seq\": null", "\"epoch\": null, \"seq\": 7"})
    void findsNoPositionWithoutAnEpoch(String fields) {
        assertThat(hello(fields).position()).isNull();
    }

    @Test
    void readsReceiptsByRoomInTheirOrder() {
        assertThat(hello("\"rooms\": {\"b\": \"x\", \"a\": \"\", \"any \\u0000 name\": \"y\"}")
                        .receipts())
                .containsExactly(entry("b", "x"), entry("a", ""), entry("any \0 name", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"rooms\": {}", "\"rooms\": null", "\"token\": null"})
    void needsNeitherTokenNorReceipts(String fields) {
        assertThat(hello(fields).receipts()).isEmpty();
        assertThat(hello(fields).token()).isNull();
    }

    @Test
    void givesReceiptsThatCannotBeChanged() {
        ClientEvent.Hello hello = hello("\"rooms\": {\"a\": \"x\"}");

        assertThatThrownBy(() -> hello.receipts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"epoch\": 7                       | expected text as 'epoch', got a number",
                "\"epoch\": [\"e\"], \"seq\": 1     | expected text as 'epoch', got an array",
                "\"epoch\": {}                      | expected text as 'epoch', got an object",
                "\"epoch\": \"e\", \"seq\": \"7\"   | expected a whole number as 'seq', got text",
                "\"epoch\": \"e\", \"seq\": 1.5     | expected a whole number as 'seq', got a number",
                "\"epoch\": \"e\", \"seq\": 9223372036854775808 | expected a whole number as 'seq', got a number",
                "\"epoch\": \"e\", \"seq\": []      | expected a whole number as 'seq', got an array",
                "\"seq\": true                      | expected a whole number as 'seq', got a truth value",
                "\"epoch\": \"\", \"seq\": 1        | expected a position as 'epoch' and 'seq', got another text, of 0 characters and a number from 0",
                "\"epoch\": \"a b\", \"seq\": 1     | expected a position as 'epoch' and 'seq', got another text, of 3 characters and a number from 0",
                "\"epoch\": \"e\", \"seq\": -1      | expected a position as 'epoch' and 'seq', got another text, of 1 characters and a number below 0",
                "\"token\": 7                       | expected text as 'token', got a number",
                "\"token\": {}                      | expected text as 'token', got an object",
                "\"rooms\": []                      | expected an object as 'rooms', got an array",
                "\"rooms\": \"a\"                   | expected an object as 'rooms', got text",
                "\"rooms\": {\"a\": null}           | expected text as receipt in 'rooms', got nothing",
                "\"rooms\": {\"a\": 7}              | expected text as receipt in 'rooms', got a number",
                "\"rooms\": {\"a\": \"x\", \"b\": [\"x\"]} | expected text as receipt in 'rooms', got an array",
            })
    void refusesFieldsOfTheWrongType(String fields, String reason) {
        assertThat(reason(fields)).isEqualTo(reason);
    }

    @Test
    void quotesAStrangersEpochOnlyInParts() {
        assertThat(reason("\"epoch\": \"" + "\\n".repeat(10_000) + "\", \"seq\": 1"))
                .doesNotContain("\n")
                .hasSizeLessThan(800);
    }

    @Test
    void takesAnEpochOfUpToThirtyTwoCharacters() {
        assertThat(hello("\"epoch\": \"" + "e".repeat(32) + "\"").position()).isNotNull();
        assertThat(reason("\"epoch\": \"" + "e".repeat(33) + "\"")).startsWith("expected a position");
    }

    @Test
    void takesATokenAndAReceiptOfTheLongestTextAndNoLonger() {
        String longest = "x".repeat(LIMIT);

        assertThat(hello("\"token\": \"" + longest + "\"").token()).isEqualTo(longest);
        assertThat(hello("\"rooms\": {\"a\": \"" + longest + "\"}").receipts()).containsEntry("a", longest);
        assertThat(reason("\"token\": \"" + longest + "x\"")).startsWith("expected JSON within the limits");
        assertThat(reason("\"rooms\": {\"a\": \"" + longest + "x\"}")).startsWith("expected JSON within the limits");
    }

    @Test
    void takesNoMoreReceiptsThanAFrameMayHaveTokens() {
        String receipts = IntStream.range(0, 5000)
                .mapToObj(i -> "\"room" + i + "\": \"x\"")
                .collect(Collectors.joining(","));

        assertThat(reason("\"rooms\": {" + receipts + "}")).startsWith("expected JSON within the limits");
    }
}

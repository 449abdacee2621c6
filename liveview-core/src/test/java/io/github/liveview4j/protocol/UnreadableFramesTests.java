package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFramesTests {

    private static final int LIMIT = 64 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "{",
                "{\"type\": \"ping\"",
                "{\"type\": \"ping\",}",
                "{'type': 'ping'}",
                "{type: \"ping\"}",
                "// x\n{\"type\": \"ping\"}",
                "{\"type\": \"ping\"} x",
                "{\"type\": \"ping\"}{\"type\": \"ping\"}",
                "{\"type\": \"ping\"}]",
                "{\"type\": \"ping\", \"type\": \"ping\"}",
                "{\"type\": \"call\", \"function\": \"f\", \"data\": {\"a\": 1, \"a\": 2}}",
                "{\"type\": \"ping\", \"x\": NaN}",
                "{\"type\": \"ping\", \"x\": 01}",
                "{\"type\": \"ping\", \"x\": \"\n\"}",
                "{\"type\": \"ping\", \"x\": \"\\x\"}"
            })
    void areWhatIsNotJson(String frame) {
        for (Dialect dialect : Dialect.values()) {
            ClientEvent.Malformed malformed = malformed(dialect, frame.getBytes(StandardCharsets.UTF_8));
            assertThat(malformed.reason())
                    .startsWith("expected JSON within the limits, got " + frame.getBytes(StandardCharsets.UTF_8).length
                            + " bytes: ");
            assertThat(malformed.call()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "null, nothing",
                "7, a number",
                "1.5e3, a number",
                "true, a truth value",
                "\"ping\", text",
            })
    void areValuesThatAreNoObject(String frame, String kind) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(CodecFixture.decode(dialect, frame))
                    .containsExactly(new ClientEvent.Malformed("expected an object, got " + kind, null));
        }
    }

    @Test
    void areEveryItemOfAnArrayOfNonsense() {
        assertThat(CodecFixture.decode(Dialect.V2, "[1, \"x\", [], false, {}]"))
                .containsExactly(
                        new ClientEvent.Malformed("expected an object, got a number", null),
                        new ClientEvent.Malformed("expected an object, got text", null),
                        new ClientEvent.Malformed("expected an object, got an array", null),
                        new ClientEvent.Malformed("expected an object, got a truth value", null),
                        new ClientEvent.Malformed("expected text as 'type', got nothing", null));
    }

    @Test
    void areArraysInTheFirstDialect() {
        assertThat(CodecFixture.decode(Dialect.V1, "[{\"function\": \"f\"}]"))
                .containsExactly(new ClientEvent.Malformed("expected an object, got an array", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                            | expected text as 'function', got nothing",
                "{\"function\": [\"f\"]}                       | expected text as 'function', got an array",
                "{\"function\": {\"f\": 1}}                    | expected text as 'function', got an object",
                "{\"function\": 7}                             | expected text as 'function', got a number",
                "{\"function\": null}                          | expected text as 'function', got nothing",
                "{\"function\": \"f\", \"data\": \"x\"}        | expected an object as 'data', got text",
                "{\"function\": \"f\", \"data\": []}           | expected an object as 'data', got an array",
                "{\"function\": \"f\", \"form\": []}           | expected an object as 'form', got an array",
                "{\"function\": \"f\", \"form\": true}         | expected an object as 'form', got a truth value",
                "{\"function\": \"f\", \"form\": {\"a\": {}}}  | expected text or a truth value in 'form', got an object",
                "{\"function\": \"f\", \"form\": {\"a\": [[]]}} | expected text or a truth value in 'form', got an array",
                "{\"function\": \"f\", \"lang\": 7}            | expected a language tag as 'lang', got a number",
            })
    void areFieldsOfTheWrongTypeInTheFirstDialect(String frame, String reason) {
        assertThat(CodecFixture.one(Dialect.V1, frame)).isEqualTo(new ClientEvent.Malformed(reason, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"function\": [\"f\"]                 | expected text as 'function', got an array",
                "\"function\": null                    | expected text as 'function', got nothing",
                "\"function\": \"f\", \"data\": [1]    | expected an object as 'data', got an array",
                "\"function\": \"f\", \"data\": \"x\"  | expected an object as 'data', got text",
                "\"function\": \"f\", \"form\": {}     | expected an array of pairs as 'form', got an object",
                "\"function\": \"f\", \"form\": [\"a\"] | expected pairs of name and text in 'form', got text",
                "\"function\": \"f\", \"form\": [[\"a\"]] | expected pairs of name and text in 'form', got an array",
                "\"function\": \"f\", \"form\": [[\"a\", \"b\", \"c\"]] | expected pairs of name and text in 'form', got an array",
                "\"function\": \"f\", \"form\": [[\"a\", 1]] | expected pairs of name and text in 'form', got an array",
                "\"function\": \"f\", \"form\": [[1, \"a\"]] | expected pairs of name and text in 'form', got an array",
                "\"function\": \"f\", \"form\": [null] | expected pairs of name and text in 'form', got nothing",
                "\"function\": \"f\", \"lang\": []     | expected a language tag as 'lang', got an array",
                "\"function\": \"f\", \"done\": \"6\"  | expected a whole number as 'done', got text",
                "\"function\": \"f\", \"done\": 1.5    | expected a whole number as 'done', got a number",
                "\"function\": \"f\", \"done\": true   | expected a whole number as 'done', got a truth value",
                "\"function\": \"f\", \"untouched\": \"a\" | expected an array of names as 'untouched', got text",
                "\"function\": \"f\", \"untouched\": [7] | expected text in 'untouched', got a number",
            })
    void areFieldsOfTheWrongTypeInACall(String fields, String reason) {
        assertThat(CodecFixture.one(Dialect.V2, "{\"type\": \"call\", \"id\": 5, " + fields + "}"))
                .isEqualTo(new ClientEvent.Malformed(reason, 5L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\": 1             | expected a call id of 1 or more, got nothing",
                "\"id\": null         | expected a call id of 1 or more, got nothing",
                "\"id\": 0            | expected a call id of 1 or more, got a number",
                "\"id\": -5           | expected a call id of 1 or more, got a number",
                "\"id\": 1.5          | expected a whole number as 'id', got a number",
                "\"id\": 1e400        | expected a whole number as 'id', got a number",
                "\"id\": \"1\"        | expected a whole number as 'id', got text",
                "\"id\": [1]          | expected a whole number as 'id', got an array",
                "\"id\": 9223372036854775808 | expected a whole number as 'id', got a number",
            })
    void areCallsWithoutAnIdThatCouldBeOne(String field, String reason) {
        assertThat(CodecFixture.one(Dialect.V2, "{\"type\": \"call\", \"function\": \"f\", " + field + "}"))
                .isEqualTo(new ClientEvent.Malformed(reason, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"lang\": \"en\"   | expected text as 'page', got nothing",
                "\"page\": 7        | expected text as 'page', got a number",
                "\"page\": []       | expected text as 'page', got an array",
                "\"page\": \"0123456789abcdef\", \"lang\": {}    | expected a language tag as 'lang', got an object",
                "\"page\": \"0123456789abcdef\", \"done\": \"x\" | expected a whole number as 'done', got text",
            })
    void areFieldsOfTheWrongTypeInAHello(String fields, String reason) {
        assertThat(CodecFixture.one(Dialect.V2, "{\"type\": \"hello\", " + fields + "}"))
                .isEqualTo(new ClientEvent.Malformed(reason, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "0123456789abcde",
                "0123456789abcdef 0",
                "0123456789abcdef/..",
                "0123456789abcdef\\n",
                "ä123456789abcdef",
                "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void areHellosWithABadPageId(String page) {
        assertThat(reason(Dialect.V2, "{\"type\": \"hello\", \"page\": \"" + page + "\"}"))
                .isEqualTo("expected a page id of 16 to 64 letters, digits, _ and -, got another text, of "
                        + page.replace("\\n", "n").length() + " characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "reply", "update", "Call", "", "resync"})
    void areUnknownTypes(String type) {
        assertThat(reason(Dialect.V2, "{\"type\": \"" + type + "\"}"))
                .isEqualTo("expected hello, call, ping or pong as 'type', got another text, of " + type.length()
                        + " characters");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("D11: a language that is too long is passed over, and the call is not")
    void areNotCallsWhoseLanguageIsTooLong(Dialect dialect) {
        String frame = "{\"type\": \"call\", \"id\": 1, \"function\": \"f\", \"lang\": \"%s\"}";

        assertThat(CodecFixture.call(dialect, frame.formatted("a".repeat(64))).lang())
                .hasSize(64);
        assertThat(CodecFixture.call(dialect, frame.formatted("a".repeat(65))).lang())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void areGarbageBytes(Dialect dialect) {
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] frame = new byte[random.nextInt(200)];
            random.nextBytes(frame);
            decodeAnything(dialect, frame);
        }
        malformed(dialect, new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8});
        malformed(dialect, new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, 0x7f, 0x7f, 0x7f, 0x7f});
        malformed(dialect, new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'});
        malformed(dialect, new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80});
        malformed(dialect, new byte[1000]);
    }

    @ParameterizedTest
    @EnumSource
    void areFramesWithAnyByteChanged(Dialect dialect) {
        byte[] frame =
                ("{\"type\": \"call\", \"id\": 12, \"function\": \"säve\", \"data\": {\"dataA\": [1, 2.5, null]},"
                                + " \"form\": [[\"a\", \"\\u00e4\"]], \"lang\": \"en\", \"done\": 6}")
                        .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] changed = frame.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            decodeAnything(dialect, changed);
        }
        for (int length = 0; length < frame.length; length++) {
            malformed(dialect, Arrays.copyOf(frame, length));
        }
    }

    @ParameterizedTest
    @EnumSource
    void areTwentyThousandBrackets(Dialect dialect) {
        assertThat(reason(dialect, "[".repeat(20_000))).contains("got 20000 bytes", "depth");
        assertThat(reason(dialect, "{\"a\":".repeat(20_000))).contains("got 100000 bytes", "depth");
    }

    @Test
    void areValuesThatNestTooDeep() {
        String frame = "{\"type\": \"call\", \"id\": 4, \"function\": \"f\", \"data\": {\"a\": %s}}";

        assertThat(CodecFixture.call(Dialect.V2, frame.formatted("[".repeat(30) + "]".repeat(30)))
                        .data())
                .hasSize(1);
        ClientEvent.Malformed malformed = malformed(Dialect.V2, frame.formatted("[".repeat(31) + "]".repeat(31)));
        assertThat(malformed.reason()).contains("depth");
        assertThat(malformed.call()).isEqualTo(4);
    }

    @Test
    void areFramesOfTooManyTokens() {
        String frame = "{\"type\": \"call\", \"id\": 4, \"function\": \"f\", \"data\": {\"a\": [%s]}}";
        String many = IntStream.range(0, 4_000).mapToObj(i -> "1").collect(Collectors.joining(","));
        String tooMany = IntStream.range(0, 4_200).mapToObj(i -> "1").collect(Collectors.joining(","));

        assertThat(CodecFixture.call(Dialect.V2, frame.formatted(many)).data()).hasSize(1);
        ClientEvent.Malformed malformed = malformed(Dialect.V2, frame.formatted(tooMany));
        assertThat(malformed.reason()).containsIgnoringCase("token");
        assertThat(malformed.call()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void areTextsThatAreTooLong(Dialect dialect) {
        String frame = "{\"type\": \"call\", \"id\": 4, \"function\": \"f\", \"data\": {\"a\": \"%s\"}}";

        assertThat(CodecFixture.call(dialect, frame.formatted("x".repeat(LIMIT)))
                        .data())
                .hasSize(1);
        assertThat(reason(dialect, frame.formatted("x".repeat(LIMIT + 100_000))))
                .contains("String value length");
        assertThat(reason(dialect, frame.formatted("x".repeat(LIMIT + 1)))).contains("String value length");
    }

    @ParameterizedTest
    @EnumSource
    void areNamesThatAreTooLong(Dialect dialect) {
        assertThat(reason(dialect, "{\"function\": \"f\", \"" + "x".repeat(5_000) + "\": 1}"))
                .contains("Name length");
    }

    @ParameterizedTest
    @EnumSource
    void areNumbersThatAreTooLong(Dialect dialect) {
        assertThat(reason(dialect, "{\"function\": \"f\", \"data\": {\"n\": " + "9".repeat(10_000) + "}}"))
                .contains("Number value length");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"call\", \"id\": 8, \"function\":                                | 8",
                "{\"id\": 8, \"type\": \"call\", \"function\": \"f\"} trailing              | 8",
                "{\"data\": {\"id\": 1}, \"form\": [[1]], \"id\": 8, \"function\": \"f\", x | 8",
                "{\"type\": \"call\", \"id\": 8, \"id\": 9}                                | 8",
            })
    void nameTheCallWhoseIdStandsInFrontOfThem(String frame, long id) {
        assertThat(malformed(Dialect.V2, frame).call()).isEqualTo(id);
        assertThat(malformed(Dialect.V1, frame).call()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"function\": x, \"id\": 8}",
                "{\"data\": {\"id\": 8}, x",
                "{\"id\": \"8\", x",
                "{\"id\": 8.5, x",
                "{\"id\": 0, x",
                "{\"id\": -8, x",
                "{\"id\": 99999999999999999999, x",
                "[{\"id\": 8}, x"
            })
    void nameNoCallWhereNoIdCouldBeRead(String frame) {
        assertThat(malformed(Dialect.V2, frame).call()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void haveAReasonWithoutLinesAndControlCharacters(Dialect dialect) {
        String evil = "\\n2025 ERROR forged\\u001b[2J\\u202e";

        decodeAnything(dialect, ("{\"type\": \"" + evil + "\"}").getBytes(StandardCharsets.UTF_8));
        decodeAnything(dialect, ("{\"type\": \"hello\", \"page\": \"" + evil + "\"}").getBytes(StandardCharsets.UTF_8));
        decodeAnything(dialect, ("{\"" + evil + "\": 1, \"" + evil + "\": 2}").getBytes(StandardCharsets.UTF_8));
        decodeAnything(dialect, "\n\r\u001b[2J\u2028\u202eforged".getBytes(StandardCharsets.UTF_8));
        decodeAnything(dialect, ("{\"x\": forged" + "\u202e".repeat(30_000)).getBytes(StandardCharsets.UTF_8));
        decodeAnything(dialect, ("{\"type\": \"" + "\\n".repeat(30_000) + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static ClientEvent.Malformed malformed(Dialect dialect, String frame) {
        return malformed(dialect, frame.getBytes(StandardCharsets.UTF_8));
    }

    private static ClientEvent.Malformed malformed(Dialect dialect, byte[] frame) {
        List<ClientEvent> events = decodeAnything(dialect, frame);
        assertThat(events).hasSize(1).first().isInstanceOf(ClientEvent.Malformed.class);
        return (ClientEvent.Malformed) events.get(0);
    }

    private static String reason(Dialect dialect, String frame) {
        return malformed(dialect, frame).reason();
    }

    /** Decodes, and whatever comes out: a reason is one line of a length that a log can bear. */
    private static List<ClientEvent> decodeAnything(Dialect dialect, byte[] frame) {
        List<ClientEvent> events = CodecFixture.decode(dialect, frame);
        for (ClientEvent event : events) {
            if (event instanceof ClientEvent.Malformed malformed) {
                assertThat(malformed.reason()).hasSizeBetween(1, 1_300).matches("[\\P{C}]*");
                assertThat(malformed.reason().codePoints().noneMatch(c -> c == 0x2028 || c == 0x2029))
                        .isTrue();
            }
        }
        return events;
    }
}

package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class V2DecodeTests {

    private static final String PAGE = "page_0123456789-";

    @Test
    void readsEveryFieldOfAHello() {
        assertThat(
                        one(
                                "{\"type\": \"hello\", \"page\": \"" + PAGE + "\", \"lang\": \"de-CH\", \"done\": 12,"
                                        + " \"epoch\": \"e\", \"seq\": 7, \"token\": \"t\", \"node\": \"n\", \"rooms\": {\"a\": \"x\", \"b\": \"y\"}}"))
                .isEqualTo(new ClientEvent.Hello(
                        PAGE, "de-CH", 12, new Position("e", 7), "t", "n", Map.of("a", "x", "b", "y")));
    }

    @Test
    void needsNothingButThePageOfAHello() {
        assertThat(one("{\"type\": \"hello\", \"page\": \"" + PAGE + "\", \"lang\": null, \"done\": null}"))
                .isEqualTo(one("{\"type\": \"hello\", \"page\": \"" + PAGE + "\"}"))
                .isEqualTo(new ClientEvent.Hello(PAGE, null, 0, null, null, null, Map.of()));
    }

    @Test
    void takesPageIdsOfTheShortestAndTheLongestLength() {
        String longest = "Az09_-xy".repeat(8);

        assertThat(one("{\"type\": \"hello\", \"page\": \"" + longest + "\"}"))
                .isEqualTo(new ClientEvent.Hello(longest, null, 0, null, null, null, Map.of()));
        assertThat(PAGE).hasSize(16);
    }

    @Test
    void readsEveryFieldOfACall() {
        ClientEvent event = one("""
                {"type": "call", "id": 7, "function": "save", "data": {"modalId": "3"}, "form": [["name", "Ann"]],
                 "lang": "en", "done": 6}
                """);

        assertThat(event)
                .isEqualTo(new ClientEvent.Call(
                        7, "save", Map.of("modalId", "3"), Map.of("name", List.of("Ann")), "en", 6, Set.of()));
    }

    @Test
    void needsNothingButIdAndFunctionOfACall() {
        assertThat(one("{\"type\": \"call\", \"id\": 1, \"function\": \"f\", \"data\": null, \"form\": null}"))
                .isEqualTo(one("{\"function\": \"f\", \"id\": 1, \"type\": \"call\"}"))
                .isEqualTo(new ClientEvent.Call(1, "f", Map.of(), Map.of(), null, 0, Set.of()));
    }

    @Test
    void readsIdsPastThoseOfAnInt() {
        assertThat(call("\"id\": 9223372036854775807, \"function\": \"f\", \"done\": 9223372036854775806"))
                .isEqualTo(new ClientEvent.Call(
                        Long.MAX_VALUE, "f", Map.of(), Map.of(), null, Long.MAX_VALUE - 1, Set.of()));
    }

    @Test
    void takesDataKeysVerbatim() {
        assertThat(
                        call("\"id\": 1, \"function\": \"f\", \"data\": {\"dataModalId\": 1, \"modalId\": 2, \"gone\": null}")
                                .data())
                .containsExactly(entry("dataModalId", 1), entry("modalId", 2));
    }

    @Test
    void gathersTheValuesOfARepeatedNameInTheOrderOfTheForm() {
        assertThat(call("\"id\": 1, \"function\": \"f\", \"form\": [[\"tag\", \"b\"], [\"items[0].name\", \"\"],"
                                + " [\"tag\", \"a\"], [\"CSRFToken\", \"t\"], [\"tag\", \"b\"]]")
                        .form())
                .containsExactly(
                        entry("tag", List.of("b", "a", "b")),
                        entry("items[0].name", List.of("")),
                        entry("CSRFToken", List.of("t")));
    }

    @Test
    void takesAnEmptyForm() {
        assertThat(call("\"id\": 1, \"function\": \"f\", \"form\": []").form()).isEmpty();
    }

    @Test
    void readsTheNamesOfTheFieldsWhereNobodyHasBeen() {
        assertThat(call("\"id\": 1, \"function\": \"f\", \"untouched\": [\"email\", \"items[0].name\", \"email\"]")
                        .untouched())
                .containsExactly("email", "items[0].name");
        assertThat(call("\"id\": 1, \"function\": \"f\", \"untouched\": null").untouched())
                .isEmpty();
    }

    @Test
    void readsAsManyOfThemAsAFormCanHave() {
        assertThat(call("\"id\": 1, \"function\": \"f\", \"untouched\": [" + names(1024) + "]")
                        .untouched())
                .hasSize(1024);
        assertThat(one("{\"type\": \"call\", \"id\": 1, \"function\": \"f\", \"untouched\": [" + names(1025) + "]}"))
                .isEqualTo(new ClientEvent.Malformed("expected at most 1024 names in 'untouched', got 1025", 1L));
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"f" + i + "\"").collect(Collectors.joining(","));
    }

    @Test
    void readsPingAndPong() {
        assertThat(one("{\"type\": \"ping\"}")).isEqualTo(new ClientEvent.Ping());
        assertThat(one("{\"type\": \"pong\"}")).isEqualTo(new ClientEvent.Pong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"ping\", \"later\": {\"deep\": [1, 2, {}]}}",
                "{\"token\": \"x\", \"rooms\": [], \"epoch\": 1, \"first\": true, \"seq\": 2, \"type\": \"ping\"}",
                "{\"type\": \"ping\", \"id\": \"no number\", \"lang\": 7, \"page\": null, \"done\": []}"
            })
    void ignoresFieldsThatItDoesNotKnow(String frame) {
        assertThat(one(frame)).isEqualTo(new ClientEvent.Ping());
    }

    @Test
    void readsAnArrayInOrder() {
        assertThat(CodecFixture.decode(
                        Dialect.V2,
                        "[{\"type\": \"hello\", \"page\": \"" + PAGE
                                + "\"}, {\"type\": \"call\", \"id\": 1, \"function\": \"f\"},"
                                + " {\"type\": \"ping\"}]"))
                .containsExactly(
                        new ClientEvent.Hello(PAGE, null, 0, null, null, null, Map.of()),
                        new ClientEvent.Call(1, "f", Map.of(), Map.of(), null, 0, Set.of()),
                        new ClientEvent.Ping());
    }

    @Test
    void readsNothingInAnEmptyArray() {
        assertThat(CodecFixture.decode(Dialect.V2, "[]")).isEmpty();
    }

    @Test
    void givesABadItemOfAnArrayInItsPlace() {
        List<ClientEvent> events = CodecFixture.decode(
                Dialect.V2,
                "[{\"type\": \"ping\"}, 7, {\"type\": \"call\", \"id\": 3}, [{\"type\": \"ping\"}], null, {\"type\": \"pong\"}]");

        assertThat(events)
                .containsExactly(
                        new ClientEvent.Ping(),
                        new ClientEvent.Malformed("expected an object, got a number", null),
                        new ClientEvent.Malformed("expected text as 'function', got nothing", 3L),
                        new ClientEvent.Malformed("expected an object, got an array", null),
                        new ClientEvent.Malformed("expected an object, got nothing", null),
                        new ClientEvent.Pong());
    }

    @Test
    void readsTextOfEveryScript() {
        assertThat(call("\"id\": 1, \"function\": \"f\", \"form\": [[\"名前\", \"😀 \\u0000 \\n\"]]")
                        .form())
                .containsExactly(entry("名前", List.of("😀 \0 \n")));
    }

    @Test
    void readsHugeNumbersWithoutWorkingThemOut() {
        assertThat(call("\"id\": 1, \"function\": \"f\", \"data\": {\"a\": 1e999999999, \"b\": " + "9".repeat(32) + "}")
                        .data())
                .containsOnlyKeys("a", "b");
    }

    @Test
    void givesMapsAndListsThatCannotBeChanged() {
        ClientEvent.Call call =
                call("\"id\": 1, \"function\": \"f\", \"data\": {\"a\": 1}, \"form\": [[\"b\", \"c\"]]");

        assertThatThrownBy(() -> call.data().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.form().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.form().get("b").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static ClientEvent one(String frame) {
        return CodecFixture.one(Dialect.V2, frame);
    }

    private static ClientEvent.Call call(String fields) {
        return CodecFixture.call(Dialect.V2, "{\"type\": \"call\", " + fields + "}");
    }
}

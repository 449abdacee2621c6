package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class V1DecodeTests {

    @Test
    void readsEveryFieldOfACall() {
        ClientEvent event = CodecFixture.one(Dialect.V1, """
                {"function": "say_hello", "data": {"id": "7"}, "form": {"name": "Ann"}, "lang": "en", "room": "lobby"}
                """);

        assertThat(event)
                .isEqualTo(new ClientEvent.Call(
                        0, "say_hello", Map.of("id", "7"), Map.of("name", List.of("Ann")), "en", 0, Set.of()));
    }

    @Test
    void needsNothingButTheFunction() {
        assertThat(call("{\"function\": \"tick\"}"))
                .isEqualTo(new ClientEvent.Call(0, "tick", Map.of(), Map.of(), null, 0, Set.of()));
    }

    @Test
    void takesNullForWhatIsAbsent() {
        assertThat(call("{\"function\": \"tick\", \"data\": null, \"form\": null, \"lang\": null, \"room\": null}"))
                .isEqualTo(new ClientEvent.Call(0, "tick", Map.of(), Map.of(), null, 0, Set.of()));
    }

    @Test
    void takesTheFunctionVerbatim() {
        assertThat(call("{\"function\": \" Käse::x \"}").function()).isEqualTo(" Käse::x ");
    }

    @Test
    void ignoresTheRoomWhateverItIs() {
        ClientEvent.Call plain = call("{\"function\": \"tick\"}");

        assertThat(call("{\"function\": \"tick\", \"room\": \"somebody-else\"}"))
                .isEqualTo(plain);
        assertThat(call("{\"function\": \"tick\", \"room\": {\"a\": [1]}}")).isEqualTo(plain);
    }

    @Test
    void ignoresUnknownFieldsAndThoseOfTheOtherDialect() {
        assertThat(call("{\"function\": \"tick\", \"type\": \"hello\", \"id\": 9, \"done\": 3, \"token\": \"x\"}"))
                .isEqualTo(new ClientEvent.Call(0, "tick", Map.of(), Map.of(), null, 0, Set.of()));
    }

    @Test
    void takesOffThePrefixOfADataKey() {
        assertThat(data("{\"dataModalId\": \"3\", \"dataX\": \"y\", \"dataÄnderung\": \"z\"}"))
                .containsExactly(entry("modalId", "3"), entry("x", "y"), entry("änderung", "z"));
    }

    @Test
    void leavesADataKeyThatOnlyBeginsWithTheWord() {
        assertThat(data(
                        "{\"database\": \"a\", \"data\": \"b\", \"data7\": \"c\", \"data-x\": \"d\", \"myDataId\": \"e\","
                                + " \"DataId\": \"f\"}"))
                .containsExactly(
                        entry("database", "a"),
                        entry("data", "b"),
                        entry("data7", "c"),
                        entry("data-x", "d"),
                        entry("myDataId", "e"),
                        entry("DataId", "f"));
    }

    @Test
    void givesAKeyThatTwoClaimToThePrefixedOne() {
        assertThat(data("{\"dataModalId\": \"meant\", \"modalId\": \"other\"}"))
                .containsExactly(entry("modalId", "meant"));
        assertThat(data("{\"modalId\": \"other\", \"dataModalId\": \"meant\"}"))
                .containsExactly(entry("modalId", "meant"));
    }

    @Test
    void leavesOutDataThatIsNull() {
        assertThat(data("{\"id\": null, \"dataId\": null, \"dataModalId\": null, \"modalId\": \"kept\"}"))
                .containsExactly(entry("modalId", "kept"));
    }

    @Test
    void keepsTheTypesOfData() {
        assertThat(data("{\"a\": 1, \"b\": 1.5, \"c\": true, \"d\": [1, \"x\"], \"dataE\": {\"dataF\": 1}}"))
                .containsExactly(
                        entry("a", 1),
                        entry("b", 1.5),
                        entry("c", true),
                        entry("d", List.of(1, "x")),
                        entry("e", Map.of("dataF", 1)));
    }

    @Test
    void readsATickedBoxAsOnAndAnUntickedOneAsAbsent() {
        assertThat(form("{\"agree\": true, \"spam\": false, \"nothing\": null}"))
                .containsExactly(entry("agree", List.of("on")));
    }

    @Test
    void readsNumbersOfAFormAsText() {
        assertThat(form("{\"n\": 42, \"big\": 12345678901, \"part\": 1.5, \"list\": [1, 2]}"))
                .containsExactly(
                        entry("n", List.of("42")),
                        entry("big", List.of("12345678901")),
                        entry("part", List.of("1.5")),
                        entry("list", List.of("1", "2")));
    }

    @Test
    void readsAListAsTheValuesOfOneName() {
        assertThat(form("{\"tag\": [\"b\", \"a\", \"b\", true, false, null], \"none\": [], \"off\": [false]}"))
                .containsExactly(entry("tag", List.of("b", "a", "b", "on")));
    }

    @Test
    void keepsAnEmptyValue() {
        assertThat(form("{\"name\": \"\"}")).containsExactly(entry("name", List.of("")));
    }

    @Test
    void takesTheNamesOfAFormVerbatimAndInOrder() {
        assertThat(
                        form(
                                "{\"items[0].name\": \"a\", \"CSRFToken\": \"b\", \"dataModalId\": \"c\", \" x-y \": \"d\", \"\": \"e\"}"))
                .containsExactly(
                        entry("items[0].name", List.of("a")),
                        entry("CSRFToken", List.of("b")),
                        entry("dataModalId", List.of("c")),
                        entry(" x-y ", List.of("d")),
                        entry("", List.of("e")));
    }

    @Test
    void givesMapsThatCannotBeChanged() {
        ClientEvent.Call call = call("{\"function\": \"f\", \"data\": {\"a\": 1}, \"form\": {\"b\": \"c\"}}");

        assertThatThrownBy(() -> call.data().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.form().put("x", List.of())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.form().get("b").add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static ClientEvent.Call call(String frame) {
        return CodecFixture.call(Dialect.V1, frame);
    }

    private static Map<String, Object> data(String data) {
        return call("{\"function\": \"f\", \"data\": " + data + "}").data();
    }

    private static Map<String, List<String>> form(String form) {
        return call("{\"function\": \"f\", \"form\": " + form + "}").form();
    }
}

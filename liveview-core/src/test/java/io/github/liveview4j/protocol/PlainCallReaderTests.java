package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The short way to read a call, held against the long one. */
class PlainCallReaderTests {

    private static final String USUAL =
            "{\"type\":\"call\",\"id\":7,\"done\":6,\"function\":\"save\",\"data\":{\"a\":1,\"b\":\"ñ\","
                    + "\"c\":true,\"d\":null,\"e\":false,\"f\":1.5},\"form\":[[\"n\",\"Ada\"],[\"n\",\"Bob\"],[\"m\",\"\"]],"
                    + "\"lang\":\"en\",\"untouched\":[\"m\",\"x\"]}";

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ClientEvent.@Nullable Call read(byte[] frame) {
        try (JsonParser parser = mapper.createParser(frame)) {
            return PlainCallReader.read(parser);
        } catch (JacksonException e) {
            return null;
        }
    }

    private ClientEvent.@Nullable Call read(String frame) {
        return read(frame.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatTheBundledClientSends() {
        assertThat(read(USUAL))
                .isEqualTo(new ClientEvent.Call(
                        7,
                        "save",
                        Map.of("a", 1, "b", "ñ", "c", true, "e", false, "f", 1.5),
                        Map.of("n", List.of("Ada", "Bob"), "m", List.of("")),
                        "en",
                        6,
                        Set.of("m", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "1",
                "{\"type\":\"ping\"}",
                "{\"type\":\"call\",\"id\":0,\"function\":\"a\"}",
                "{\"type\":\"call\",\"id\":1}",
                "{\"type\":\"call\",\"id\":1,\"function\":\"a\",\"another\":1}",
                "{\"type\":\"call\",\"id\":99999999999999999999,\"function\":\"a\"}",
                "{\"type\":\"call\",\"id\":1,\"function\":\"a\",\"data\":{\"a\":[1]}}",
                "{\"type\":\"call\",\"id\":1,\"function\":\"a\",\"form\":{\"a\":\"b\"}}",
                "{\"type\":\"call\",\"id\":1,\"function\":\"a\",\"form\":[[\"a\",\"b\",\"c\"]]}",
                "{\"type\":\"call\",\"id\":1,\"function\":\"a\"} 1",
                "{\"type\":\"call\",\"id\":1,\"id\":2,\"function\":\"a\"}",
                "{\"type\":\"call\",\"id\":1,\"function\":\"a\""
            })
    void leavesEverythingElseToTheOther(String frame) {
        assertThat(read(frame)).isNull();
    }

    /** Each byte left out, said twice, and replaced by what has a meaning in JSON. */
    @Test
    void readsNothingInAnotherWayThanTheOther() {
        byte[] usual = USUAL.getBytes(StandardCharsets.UTF_8);
        byte[] meaning = "{}[]\":,\\0-.e ntA".getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int i = 0; i < usual.length; i++) {
            read += isReadAlike(with(usual, i, 1)) + isReadAlike(with(usual, i, 0, usual[i], usual[i]));
            for (byte other : meaning) {
                read += isReadAlike(with(usual, i, 1, other)) + isReadAlike(with(usual, i, 0, other));
            }
        }
        assertThat(read).as("frames that the short way took").isGreaterThan(1000);
    }

    private static byte[] with(byte[] frame, int at, int left, byte... put) {
        byte[] other = new byte[frame.length - left + put.length];
        System.arraycopy(frame, 0, other, 0, at);
        System.arraycopy(put, 0, other, at, put.length);
        System.arraycopy(frame, at + left, other, at + put.length, frame.length - at - left);
        return other;
    }

    private int isReadAlike(byte[] frame) {
        ClientEvent.Call call = read(frame);
        if (call == null) {
            return 0;
        }
        assertThat(ClientEventReader.read(Dialect.V2, mapper.readValue(frame, Object.class)))
                .as(new String(frame, StandardCharsets.UTF_8))
                .isEqualTo(call);
        return 1;
    }
}

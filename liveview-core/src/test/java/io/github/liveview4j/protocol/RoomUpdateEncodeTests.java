package io.github.liveview4j.protocol;

import static io.github.liveview4j.LiveViewMessage.after;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.prepend;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.protocol.ServerEvent.Update;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a broadcast says: encoded without its place, put into it, and said in the first dialect from what was encoded. */
class RoomUpdateEncodeTests {

    private final MessageCodec codec = new JacksonMessageCodec();
    private final LogCapture log = new LogCapture(V1EventWriter.class.getName());

    @AfterEach
    void stop() {
        log.close();
    }

    static Stream<List<LiveViewMessage>> messages() {
        return Stream.concat(
                V2EncodeTests.updates().map(update -> List.of((LiveViewMessage) update.get()[0])),
                Stream.of(
                        List.of(),
                        List.of(remove("#a"), replace("#b").html("x"), page().title("T"), page(), element("#c")),
                        List.of(
                                outer("#a").html("1").title("T"),
                                append("#a").html("2").scroll("#x").focus("#y"),
                                prepend("#a").html("3"),
                                after("#a").html("4"),
                                append("#a").title("5")),
                        List.of(replace("#a")
                                .html("\u0000 \" \\ </script> \u2028 😀 ä")
                                .url("/?a=\"b\"")),
                        List.of(page().event("e", Map.of("a", Map.of("b", List.of(1.5, true))))
                                .title("T"))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isInBothDialectsWhatAPushSays(List<LiveViewMessage> messages) {
        byte[] updates = codec.encodeUpdates(messages);
        ServerEvent push = Update.push(messages);

        assertThat("{\"type\":\"update\",\"updates\":" + text(updates) + "}")
                .isEqualTo(text(codec.encode(Dialect.V2, push).get(0)));
        assertThat(texts(codec.updatesInV1(updates))).isEqualTo(texts(codec.encode(Dialect.V1, push)));
    }

    @Test
    void mayBeLongerThanAnythingThatABrowserMaySay() {
        String html = "<p>ä</p>".repeat(500_000);

        List<byte[]> frames =
                codec.updatesInV1(codec.encodeUpdates(List.of(replace("#a").html(html))));

        assertThat(texts(frames)).containsExactly("{\"target\":\"#a\",\"html\":\"" + html + "\"}");
    }

    @Test
    void mayHaveMoreUpdatesThanAnythingThatABrowserMaySay() {
        List<LiveViewMessage> many =
                Stream.generate(() -> remove("#a")).limit(10_000).toList();

        assertThat(codec.updatesInV1(codec.encodeUpdates(many))).hasSize(10_000);
    }

    @Test
    void mayHaveDetailsOfAnySizeThatTheFirstDialectLeavesOut() {
        Map<String, Object> detail = Map.of("x".repeat(100_000), BigInteger.TEN.pow(5000));
        byte[] updates =
                codec.encodeUpdates(List.of(page().event("e", detail).title("T"), page().call("load", detail)));

        assertThat(texts(codec.updatesInV1(updates))).containsExactly("{\"title\":\"T\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "7",
                "[7]",
                "[[]]",
                "[{\"target\":\"#a\"",
                "[\"secret\"]",
                "[{}] secret",
                "[{\"html\":secret}]"
            })
    void thatIsNoneOfOursIsRefused(String updates) {
        assertThatThrownBy(() -> codec.updatesInV1(updates.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LiveViewException.class)
                .hasMessage("Expected a JSON array of updates, got " + updates.getBytes(StandardCharsets.UTF_8).length
                        + " bytes that are none")
                .hasNoCause();
    }

    @Test
    void isPutIntoItsPlaceAsItIs() {
        byte[] updates = codec.encodeUpdates(List.of(replace("#a").html("ä")));

        assertThat(text(RoomUpdateFrame.of("article:42", new Position("e", Long.MAX_VALUE), 1, updates)))
                .isEqualTo("{\"type\":\"update\",\"room\":\"article:42\",\"epoch\":\"e\",\"first\":1,"
                        + "\"seq\":9223372036854775807,\"updates\":[{\"target\":\"#a\",\"html\":\"ä\"}]}");
        assertThat(text(RoomUpdateFrame.withoutUpdates("*", new Position("e", 2), 2)))
                .isEqualTo("{\"type\":\"update\",\"room\":\"*\",\"epoch\":\"e\",\"first\":2,\"seq\":2,\"updates\":[]}");
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<byte[]> frames) {
        return frames.stream().map(RoomUpdateEncodeTests::text).toList();
    }
}

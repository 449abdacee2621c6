package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonUpdatesTests {

    private final JacksonMessageCodec codec = new JacksonMessageCodec();

    private static boolean isSound(String text) {
        return JsonUpdates.isSound(RedisKeys.bytes(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                " [ ] ",
                "[{}]",
                "[{},{}]",
                "[ {\"a\" : \"\\u00fC\\n\\\"ü\" , \"b\":[1,-0.5e+3,0,true,false,null,[],{}]} ]"
            })
    void anArrayOfObjectsIsSound(String text) {
        assertThat(isSound(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "null",
                "[",
                "]",
                "[{}",
                "[{}]]",
                "[{}]}",
                "[{}],{}",
                "[{}] x",
                "[null]",
                "[1]",
                "[[]]",
                "[\"x\"]",
                "[{},]",
                "[,{}]",
                "[{} {}]",
                "[{\"a\"}]",
                "[{\"a\":}]",
                "[{\"a\":1,}]",
                "[{a:1}]",
                "[{'a':1}]",
                "[{\"a\":01}]",
                "[{\"a\":1.}]",
                "[{\"a\":+1}]",
                "[{\"a\":NaN}]",
                "[{\"a\":nul}]",
                "[{\"a\":\"}]",
                "[{\"a\":\"\\x\"}]",
                "[{\"a\":\"\\u12\"}]",
                "[{\"a\":\"\n\"}]",
                "[{\"a\":[1}]]",
                "[{}]\u0000",
                "[\u0000]"
            })
    void everythingElseIsNot(String text) {
        assertThat(isSound(text)).isFalse();
    }

    @Test
    void bytesThatAreNoUtf8AreNot() {
        byte[] bytes = RedisKeys.bytes("[{\"a\":\"x\"}]");
        bytes[7] = (byte) 0xff;
        assertThat(JsonUpdates.isSound(bytes)).isFalse();
    }

    @Test
    void noDepthOverflowsTheStack() {
        assertThat(isSound("[{\"a\":" + "[".repeat(100_000))).isFalse();
        assertThat(isSound("[" + "{\"a\":".repeat(100_000))).isFalse();
        assertThat(isSound("[{\"a\":" + "[".repeat(400) + "]".repeat(400) + "}]"))
                .isTrue();
        assertThat(isSound("[{\"a\":" + "1".repeat(100_000) + "}]")).isTrue();
    }

    @Test
    void whatThisLibraryWritesIsSound() {
        byte[] updates = codec.encodeUpdates(List.of(
                LiveViewMessage.replace("a").html("<p title=\"x\">ü \u2028</p>"),
                LiveViewMessage.page().event("e", Map.of("list", List.of(1, -2.5, true)))));
        assertThat(JsonUpdates.isSound(updates)).isTrue();
    }

    /** As a parser sees it, whatever is made of something that is sound. */
    @Test
    void whatIsSoundCanBeParsed() {
        Random random = new Random(6);
        String start = "[{\"target\":\"a\\u00e4\",\"html\":\"<p>\\n\"},{\"n\":[0,-1.5e3,true,null,{\"x\":{}}]}]";
        String other = "[]{}\",:\\u0e-. tn1";
        int sound = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(start);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, other.charAt(random.nextInt(other.length())));
                    default -> text.setCharAt(at, other.charAt(random.nextInt(other.length())));
                }
            }
            assertThat(isSound(text.toString())).as("%s", text).isEqualTo(isParsed(text.toString()));
            sound += isSound(text.toString()) ? 1 : 0;
        }
        assertThat(sound).isBetween(1000, 49_000);
    }

    private boolean isParsed(String text) {
        try {
            codec.updatesInV1(RedisKeys.bytes(text));
            return true;
        } catch (LiveViewException e) {
            return false;
        }
    }
}

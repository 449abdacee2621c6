package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.liveview4j.Corpus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes of any kind as a frame: by itself those of the corpus, without the hooks that Jazzer would put into all classes of the
 * other tests; with {@code JAZZER_FUZZ=1} what Jazzer makes of them.
 */
class CodecFuzzTests {

    private static final int LONGEST = 1_300;

    private final JacksonMessageCodec codec = new JacksonMessageCodec();

    static Stream<Named<byte[]>> corpus() {
        return Corpus.of(CodecFuzzTests.class, "anyFrameIsReadOrRefusedInWords");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void everyFrameOfTheCorpusIsReadOrRefusedInWords(byte[] frame) {
        anyFrameIsReadOrRefusedInWords(frame);
    }

    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    @FuzzTest(maxDuration = "5m")
    void anyFrameIsReadOrRefusedInWords(byte[] frame) {
        for (Dialect dialect : Dialect.values()) {
            List<ClientEvent> events = codec.decode(dialect, frame);
            for (ClientEvent event : events) {
                if (event instanceof ClientEvent.Malformed malformed) {
                    assertIsOneLine(malformed.reason());
                } else if (event instanceof ClientEvent.Call call) {
                    assertThat(call.id()).isNotNegative();
                    assertThat(call.untouched()).hasSizeLessThanOrEqualTo(1024);
                } else if (event instanceof ClientEvent.Hello hello) {
                    assertThat(hello.page()).matches("[A-Za-z0-9_-]{16,64}");
                }
            }
        }
    }

    private static void assertIsOneLine(String reason) {
        assertThat(reason).hasSizeBetween(1, LONGEST);
        assertThat(reason.chars().allMatch(each -> each >= ' ' && each < 0x7f))
                .as("Only what the server itself says, in ASCII: %s", reason)
                .isTrue();
    }
}

package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.liveview4j.spring.hostile.Corpus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes of any kind as what stands in Redis: as an envelope with and without a key, as a message of the channel, as updates. By itself
 * those of the corpus, with {@code JAZZER_FUZZ=1} what Jazzer makes of them.
 */
class EnvelopeFuzzTests {

    private final EnvelopeSeal keyed = new EnvelopeSeal(RedisKeys.bytes("0123456789abcdef0123456789abcdef"));
    private final EnvelopeSeal open = new EnvelopeSeal(null);
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Stream<Named<byte[]>> corpus() {
        return Corpus.of(EnvelopeFuzzTests.class, "anyBytesAreReadOrIgnored");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void allBytesOfTheCorpusAreReadOrIgnored(byte[] bytes) {
        anyBytesAreReadOrIgnored(bytes);
    }

    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    @FuzzTest(maxDuration = "5m")
    void anyBytesAreReadOrIgnored(byte[] bytes) {
        assertThat(keyed.open(bytes)).as("sealed by nobody").isNull();
        Envelope envelope = open.open(bytes);
        if (envelope != null) {
            assertThat(envelope.number()).isPositive();
            Envelope again = open.open(open.seal(envelope));
            assertThat(again).isNotNull();
            assertThat(again.encode()).isEqualTo(envelope.encode());
            JsonUpdates.isSound(envelope.broadcast().updates());
        }
        LiveMessage message = LiveMessage.parse(bytes);
        if (message != null) {
            open.open(message.envelope());
        }
        if (JsonUpdates.isSound(bytes)) {
            assertIsAnArrayOfObjects(bytes);
        }
    }

    /** What is let into frames as it is, another reader has to take for the same. */
    private void assertIsAnArrayOfObjects(byte[] bytes) {
        try {
            assertThat(json.readValue(bytes, Object.class))
                    .isInstanceOfSatisfying(List.class, list -> assertThat(list).allMatch(Map.class::isInstance));
        } catch (JacksonException e) {
            // Half a pair, escaped: a browser's JSON.parse, which is who reads frames, takes it as it is.
            if (e.getOriginalMessage().contains("surrogate")) {
                return;
            }
            throw new AssertionError("Taken for sound, and not: " + e.getOriginalMessage(), e);
        }
    }
}

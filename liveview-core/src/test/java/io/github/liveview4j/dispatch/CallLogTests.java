package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallLogTests {

    private static final int MOST_BYTES = 256 * 1024;

    private final CallLog log = new CallLog();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void ran(long id, byte[]... frames) {
        assertThat(log.begin(id, 0)).isTrue();
        for (byte[] frame : frames) {
            log.remember(id, frame);
        }
    }

    @Test
    void beginsACallOnce() {
        assertThat(log.begin(3, 0)).isTrue();

        assertThat(log.begin(3, 0)).isFalse();
        assertThat(log.begin(2, 0)).isFalse();
        assertThat(log.begin(4, 0)).isTrue();
    }

    @Test
    void recallsFramesInOrder() {
        byte[] update = bytes("update");
        byte[] reply = bytes("reply");
        ran(1, update, reply);

        assertThat(log.recall(1))
                .hasValueSatisfying(frames -> assertThat(frames).containsExactly(update, reply));
        assertThat(log.recall(2)).isEmpty();
    }

    @Test
    void recallsACallThatSaidNothing() {
        ran(1);

        assertThat(log.recall(1))
                .hasValueSatisfying(frames -> assertThat(frames).isEmpty());
    }

    @Test
    void forgetsWhatIsDoneAndStillDoesNotBeginItAgain() {
        ran(1, bytes("a"));
        ran(2, bytes("b"));
        ran(3, bytes("c"));

        log.done(2);

        assertThat(log.recall(1)).isEmpty();
        assertThat(log.recall(2)).isEmpty();
        assertThat(log.recall(3)).isPresent();
        assertThat(log.begin(2, 2)).isFalse();
    }

    @Test
    void forgetsWhatIsDoneWhenTheNextCallSaysSo() {
        ran(1, bytes("a"));

        assertThat(log.begin(2, 1)).isTrue();

        assertThat(log.recall(1)).isEmpty();
    }

    @Test
    void keepsNothingForACallItDoesNotKnow() {
        log.remember(7, bytes("stray"));
        log.done(7);

        assertThat(log.recall(7)).isEmpty();
    }

    @Test
    void keepsTheLatest256Calls() {
        for (long id = 1; id <= 257; id++) {
            ran(id, bytes("x"));
        }

        assertThat(log.recall(1)).isEmpty();
        assertThat(log.recall(2)).isPresent();
        assertThat(log.recall(257)).isPresent();
    }

    @Test
    void keeps256KibibytesAndNotAByteMore() {
        ran(1, new byte[MOST_BYTES / 2]);
        ran(2, new byte[MOST_BYTES / 2]);
        assertThat(log.recall(1)).isPresent();

        ran(3, new byte[1]);

        assertThat(log.recall(1)).isEmpty();
        assertThat(log.recall(2)).isPresent();
        assertThat(log.recall(3)).isPresent();
    }

    @Test
    void doesNotKeepPartOfACallThatIsTooLarge() {
        ran(1, bytes("first"), new byte[MOST_BYTES], bytes("last"));

        assertThat(log.recall(1)).isEmpty();
        assertThat(log.begin(1, 0)).isFalse();
    }

    @Test
    void countsBytesOnlyWhileTheyAreKept() {
        for (long id = 1; id <= 10; id++) {
            assertThat(log.begin(id, id - 1)).isTrue();
            log.remember(id, new byte[MOST_BYTES]);

            assertThat(log.recall(id)).isPresent();
        }
    }
}

package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;

/** What the log says of strangers at the door. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedHandshakesTests {

    private final AtomicLong nanos = new AtomicLong();
    private final RefusedHandshakes refused = new RefusedHandshakes(nanos::get);

    private void tell(String reason) {
        refused.tell(HttpStatus.FORBIDDEN, reason, null);
    }

    private static Stream<String> lines(CapturedOutput output) {
        return output.getOut().lines().filter(line -> line.contains("was refused (403)"));
    }

    @Test
    void tellsEachReasonOnce(CapturedOutput output) {
        tell("room 'a': no");
        tell("room 'a': no");
        tell("room 'b': no");

        assertThat(lines(output)).hasSize(2);
    }

    @Test
    void aStrangerWhoMakesUpRoomsSilencesNoOtherKindAndNotForEver(CapturedOutput output) {
        for (int i = 0; i < 10 * RefusedHandshakes.ENOUGH; i++) {
            tell("room '" + i + "': no");
        }
        assertThat(lines(output)).hasSize(RefusedHandshakes.ENOUGH);

        tell("origin 'x': no");
        assertThat(lines(output)).hasSize(RefusedHandshakes.ENOUGH + 1);

        nanos.addAndGet(RefusedHandshakes.AGAIN.toNanos());
        tell("room 'of somebody honest': no");
        assertThat(lines(output)).hasSize(RefusedHandshakes.ENOUGH + 2);
    }

    @Test
    void tellsOfEachSortOfFailureOnceWhateverRoomItNames(CapturedOutput output) {
        for (int i = 0; i < 10; i++) {
            refused.tell(HttpStatus.FORBIDDEN, "room '" + i + "': failed", new IllegalStateException("no"));
        }

        assertThat(lines(output)).hasSize(1);
    }
}

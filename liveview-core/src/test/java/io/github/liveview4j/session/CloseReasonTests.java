package io.github.liveview4j.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CloseReasonTests {

    @Test
    void takesWhatFitsIntoACloseFrame() {
        assertThat(new CloseReason(4408, "x".repeat(123)).code()).isEqualTo(4408);
    }

    @Test
    void refusesATextThatDoesNotFit() {
        assertThatThrownBy(() -> new CloseReason(4408, "ñ".repeat(62)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 123 bytes, got 124");
    }

    @Test
    void refusesACodeThatIsNone() {
        assertThatThrownBy(() -> new CloseReason(999, "")).hasMessageContaining("got 999");
        assertThatThrownBy(() -> new CloseReason(5000, "")).hasMessageContaining("got 5000");
    }
}

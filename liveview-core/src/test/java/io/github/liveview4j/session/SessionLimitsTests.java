package io.github.liveview4j.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionLimitsTests {

    @Test
    void areHalfAMebibyteAndTenSecondsByDefault() {
        assertThat(SessionLimits.DEFAULTS).isEqualTo(new SessionLimits(524_288, Duration.ofSeconds(10)));
    }

    @Test
    void refuseWhatCouldNeverBeKept() {
        assertThatThrownBy(() -> new SessionLimits(0, Duration.ofSeconds(1))).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new SessionLimits(1, Duration.ZERO)).hasMessageContaining("got PT0S");
        assertThatThrownBy(() -> new SessionLimits(1, Duration.ofSeconds(-1))).hasMessageContaining("got PT-1S");
    }
}

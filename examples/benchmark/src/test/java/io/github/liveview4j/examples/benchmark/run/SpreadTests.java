package io.github.liveview4j.examples.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpreadTests {

    @Test
    void theMedianIsInTheMiddle() {
        assertThat(Spread.of(3, 1, 100)).isEqualTo(new Spread(3, 1, 100, 3));
        assertThat(Spread.of(4, 1, 2, 100).median()).isEqualTo(3);
        assertThat(Spread.of(2, 1, 3).width()).isEqualTo(1);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatIllegalArgumentException().isThrownBy(Spread::of);
    }
}

package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialectTests {

    @Test
    void isTheSecondForItsSubprotocolAndTheFirstForAllElse() {
        assertThat(Dialect.of("liveview.v2")).isEqualTo(Dialect.V2);
        assertThat(Dialect.of(null)).isEqualTo(Dialect.V1);
        assertThat(Dialect.of("")).isEqualTo(Dialect.V1);
        assertThat(Dialect.of("LiveView.V2")).isEqualTo(Dialect.V1);
        assertThat(Dialect.of("chat")).isEqualTo(Dialect.V1);
    }
}

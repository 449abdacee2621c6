package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisStateTests {

    private static final RedisTrouble FULL = RedisTrouble.refused("OOM command not allowed");
    private static final RedisTrouble DENIED = RedisTrouble.refused("NOPERM this user has no permissions");
    private static final RedisTrouble SILENT = RedisTrouble.of(new IllegalStateException("timed out"));

    private final RedisState state = new RedisState();

    @Test
    void whatAChecksWriteShowsIsOverWhenThatWorks() {
        for (RedisTrouble trouble : new RedisTrouble[] {FULL, SILENT}) {
            state.publishing(trouble);
            state.doneWithPublishing();
            assertThat(state.trouble()).isEqualTo(trouble.reason());
            state.writable();
            assertThat(state.trouble()).isNull();
        }
    }

    @Test
    void whatNoCheckShowsStaysUntilSomethingIsPublished() {
        state.publishing(DENIED);
        state.doneWithPublishing();
        state.writable();
        assertThat(state.trouble()).isEqualTo(DENIED.reason());
        state.published();
        assertThat(state.trouble()).isNull();
    }

    /** A batch that is too much for the time that it has, while small questions are answered. */
    @Test
    void whatIsStillTriedIsNotOverBecauseAQuestionIsAnswered() {
        state.publishing(SILENT);
        state.writable();
        assertThat(state.trouble()).isEqualTo(SILENT.reason());
        state.doneWithPublishing();
        state.writable();
        assertThat(state.trouble()).isNull();
    }
}

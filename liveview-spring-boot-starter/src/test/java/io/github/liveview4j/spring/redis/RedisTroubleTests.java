package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisSystemException;

/** What an error says of the question: an outcome must never be called failed that may have happened. */
class RedisTroubleTests {

    private static RedisTrouble of(Exception cause) {
        return RedisTrouble.of(new RedisSystemException("Error in execution", cause));
    }

    @Test
    void anErrorBeforeAScriptRunsIsNoDoubt() {
        RedisTrouble loading = of(new RedisCommandExecutionException("LOADING Redis is loading the dataset in memory"));
        assertThat(loading.mayHaveHappened()).isFalse();
        assertThat(loading.passes()).isTrue();
        RedisTrouble denied = of(new RedisCommandExecutionException("NOPERM this user has no permissions"));
        assertThat(denied.mayHaveHappened()).isFalse();
        assertThat(denied.passes()).isFalse();
    }

    @Test
    void anErrorInsideAScriptIsADoubtThatStays() {
        for (String text : new String[] {
            "ERR Error running script (call to f_1): @user_script:24: WRONGTYPE Operation against a key",
            "READONLY You can't write script: 1, on @user_script:24."
        }) {
            RedisTrouble inside = of(new RedisCommandExecutionException(text));
            assertThat(inside.mayHaveHappened()).isTrue();
            assertThat(inside.passes()).isFalse();
        }
    }

    @Test
    void whatWasNeverSentIsNoDoubt() {
        RedisTrouble rejected = of(new RedisException("Currently not connected. Commands are rejected."));
        assertThat(rejected.mayHaveHappened()).isFalse();
        assertThat(rejected.passes()).isTrue();
        assertThat(RedisTrouble.unreachable(new IllegalStateException("refused"))
                        .mayHaveHappened())
                .isFalse();
    }

    @Test
    void everyOtherSilenceIsADoubtThatMayPass() {
        for (Exception cause : new Exception[] {
            new RedisCommandTimeoutException("timed out"),
            new RedisException("Connection closed"),
            new IllegalStateException()
        }) {
            assertThat(of(cause).mayHaveHappened()).isTrue();
            assertThat(of(cause).passes()).isTrue();
        }
    }

    @Test
    void whatAScriptCaughtIsTheSameInEveryRedis() {
        RedisTrouble full = RedisTrouble.refused("@user_script: 15: -OOM command not allowed\n");
        assertThat(full.reason()).isEqualTo("OOM command not allowed");
        assertThat(full.mayHaveHappened()).isFalse();
        assertThat(full.passes()).isFalse();
        assertThat(RedisTrouble.refused("@user_script: 24: -READONLY You can't").passes())
                .isTrue();
        assertThat(RedisTrouble.refused("READONLY You can't").passes()).isTrue();
    }
}

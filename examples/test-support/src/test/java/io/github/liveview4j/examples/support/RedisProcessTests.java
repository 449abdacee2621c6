package io.github.liveview4j.examples.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.support.RedisProcess.Persistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedisProcessTests {

    @ParameterizedTest
    @EnumSource
    void remembersAfterAKillWhatItWasToRemember(Persistence persistence) {
        try (RedisProcess redis = new RedisProcess(persistence)) {
            redis.ask("SET", "key", "value");

            redis.kill();
            redis.start();

            assertThat(redis.ask("GET", "key")).isEqualTo(persistence == Persistence.ALWAYS ? "value" : "");
        }
    }

    @Test
    void refusesToWriteAsAReplicaAndWhenItIsFull() {
        try (RedisProcess redis = new RedisProcess(Persistence.NONE)) {
            redis.makeReadOnly();
            assertThat(redis.ask("SET", "key", "value")).startsWith("-READONLY");
            redis.makeWritable();

            redis.limitMemory(1);
            assertThat(redis.ask("SET", "key", "value")).startsWith("-OOM");
            redis.limitMemory(0);

            assertThat(redis.ask("SET", "key", "value")).isEqualTo("OK");
        }
    }

    @Test
    void redisForTestsIsFoundOrNamed() {
        assertThat(TestRedis.find("redis://elsewhere:6380"))
                .hasHost("elsewhere")
                .hasPort(6380);
        assertThat(RedisLink.ask(TestRedis.find("embedded").getPort(), "PING")).isEqualTo("PONG");
        assertThat(TestRedis.url()).hasScheme("redis");
    }
}

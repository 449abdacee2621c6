package io.github.liveview4j.examples.chat;

import com.redis.testcontainers.RedisContainer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;

/** A Redis in Docker for {@code @Import(RedisForTests.class)}: what the guide shows to those who have Docker. */
@TestConfiguration(proxyBeanMethods = false)
class RedisForTests {

    @Bean
    @ServiceConnection
    RedisContainer redis() {
        return new RedisContainer("redis:7-alpine");
    }
}

package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is said where Redis is elsewhere and nothing seals what goes over it, in every form in which Boot is told where it is. */
@ExtendWith(OutputCaptureExtension.class)
class RedisWarningsTests {

    private static void warn(String properties) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues(Arrays.stream(properties.split(","))
                        .map(each -> each.replace(';', ','))
                        .toArray(String[]::new))
                .run(context -> RedisWarnings.noSigningKey(context.getBean(DataRedisConnectionDetails.class)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.data.redis.host=10.0.0.7 | 10.0.0.7",
                "spring.data.redis.host=127.0.0.1.example.com | 127.0.0.1.example.com",
                "spring.data.redis.host=localhost.example.com | localhost.example.com",
                "spring.data.redis.url=redis://redis.invalid:6379 | redis.invalid",
                "spring.data.redis.url=redis://somebody:hunter2@redis.invalid:6379 | redis.invalid",
                "spring.data.redis.url=rediss://:hunter2@redis.invalid:6380 | redis.invalid",
                "spring.data.redis.host=redis.invalid,spring.data.redis.ssl.enabled=true | redis.invalid",
                "spring.data.redis.sentinel.master=m,spring.data.redis.sentinel.nodes=one.invalid:1;localhost:2;two.invalid:3 | one.invalid, two.invalid",
                "spring.data.redis.cluster.nodes=one.invalid:1;127.0.0.1:2;one.invalid:3 | one.invalid"
            })
    void everyFormOfARemoteRedisWithoutAKeyIsSaidToBeUnsafe(String properties, String hosts, CapturedOutput output) {
        warn(properties);
        assertThat(output)
                .contains("on another machine (" + hosts + ") and broadcasts are not sealed")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.data.redis.host=127.0.0.1",
                "spring.data.redis.host=127.1.2.3",
                "spring.data.redis.host=LOCALHOST",
                "spring.data.redis.url=redis://localhost:1",
                "spring.data.redis.url=rediss://u:hunter2@127.0.0.1:1"
            })
    void aRedisOfThisMachineIsNotSaidToBeUnsafe(String property, CapturedOutput output) {
        warn(property);
        assertThat(output)
                .contains("liveview.signing-key is not set")
                .doesNotContain("on another machine")
                .doesNotContain("hunter2");
    }
}

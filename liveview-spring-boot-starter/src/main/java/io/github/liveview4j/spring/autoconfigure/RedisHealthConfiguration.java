package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.spring.redis.RedisHealthIndicator;
import io.github.liveview4j.spring.redis.RedisTransport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health of broadcasts over Redis, where Spring Boot's health is there; after {@link RedisConfiguration}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({HealthIndicator.class, DataRedisConnectionDetails.class})
@ConditionalOnBean(RedisTransport.class)
class RedisHealthConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "liveViewHealthIndicator")
    RedisHealthIndicator liveViewHealthIndicator(RedisTransport transport) {
        return new RedisHealthIndicator(transport);
    }
}

package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.spring.redis.RedisLink;
import io.github.liveview4j.spring.redis.RedisTransport;
import io.lettuce.core.RedisClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Broadcasts over Redis, where Spring Data Redis is there, configured and not opted out of. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({DataRedisConnectionDetails.class, LettuceConnectionFactory.class, RedisClient.class})
@Conditional(OnBroadcastOverRedis.class)
class RedisConfiguration {

    /** Its connections are none of the application's and no beans: nobody else's autowiring shall find a second one. */
    @Bean
    @ConditionalOnBean(DataRedisConnectionDetails.class)
    @ConditionalOnMissingBean(BroadcastTransport.class)
    RedisTransport liveViewRedisTransport(
            DataRedisConnectionDetails details, RoomLog log, MessageCodec codec, LiveViewProperties properties) {
        String key = properties.signingKey();
        if (key == null) {
            RedisWarnings.noSigningKey(details);
        }
        return new RedisTransport(
                log,
                position -> codec.encode(Dialect.V2, new ServerEvent.Resync(position))
                        .get(0),
                new RedisLink(details),
                properties.redis().settings(),
                key == null ? null : SigningKey.of(key));
    }
}

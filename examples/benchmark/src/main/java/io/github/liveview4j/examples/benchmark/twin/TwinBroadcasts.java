package io.github.liveview4j.examples.benchmark.twin;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/** Sends to every connection, by way of Redis or not; the listener has one thread, as Spring's default mixes the order up. */
@Component
final class TwinBroadcasts {

    private static final String CHANNEL = "twin";

    private final Map<String, WebSocketSession> sessions = new ConcurrentHashMap<>();
    private final StringRedisTemplate redis;
    private final boolean overRedis;

    TwinBroadcasts(StringRedisTemplate redis, @Value("${twin.broadcast:local}") String broadcast) {
        this.redis = redis;
        this.overRedis = broadcast.equals("redis");
    }

    @Bean
    @ConditionalOnProperty(name = "twin.broadcast", havingValue = "redis")
    static RedisMessageListenerContainer listener(RedisConnectionFactory factory, TwinBroadcasts broadcasts) {
        RedisMessageListenerContainer container = new RedisMessageListenerContainer();
        container.setConnectionFactory(factory);
        container.setTaskExecutor(Executors.newSingleThreadExecutor());
        container.addMessageListener(
                (message, pattern) -> broadcasts.deliver(new TextMessage(message.getBody())),
                new ChannelTopic(CHANNEL));
        return container;
    }

    void add(WebSocketSession session) {
        sessions.put(session.getId(), new ConcurrentWebSocketSessionDecorator(session, 10_000, 4 << 20));
    }

    void remove(WebSocketSession session) {
        sessions.remove(session.getId());
    }

    WebSocketSession guarded(WebSocketSession session) {
        return Objects.requireNonNull(sessions.get(session.getId()));
    }

    void send(String json) {
        if (overRedis) {
            redis.convertAndSend(CHANNEL, json);
        } else {
            deliver(new TextMessage(json));
        }
    }

    private void deliver(TextMessage message) {
        for (WebSocketSession session : sessions.values()) {
            try {
                session.sendMessage(message);
            } catch (IOException | RuntimeException e) {
                sessions.remove(session.getId());
            }
        }
    }
}

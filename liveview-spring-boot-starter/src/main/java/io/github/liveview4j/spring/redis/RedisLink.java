package io.github.liveview4j.spring.redis;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The connections of this library to Redis, apart from the application's: to the same server, with settings of their own.
 *
 * <p>The application's may wait a minute for an answer, and queue what is said while Redis is away; here a command has 500 ms,
 * is refused at once while there is no connection, and is never sent a second time by anybody but the publisher, who knows
 * what that means. No bean, so that it takes part in nobody's autowiring.
 *
 * <p>Any thread may call any method between start and stop.
 */
public final class RedisLink {

    /** How long an answer may take. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    /** How long nothing may be answered until a connection is taken for dead: a firewall drops without a word. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final DataRedisConnectionDetails details;
    private volatile @Nullable ClientResources resources;
    private volatile @Nullable LettuceConnectionFactory factory;
    private volatile long answered = System.nanoTime();

    /**
     * Makes a link that is not connected.
     *
     * @param details where Redis is, as Spring Boot knows it
     */
    public RedisLink(DataRedisConnectionDetails details) {
        this.details = details;
    }

    /** Makes connections possible; the first call makes them. */
    void start() {
        // Not the application's: the default waits up to half a minute before it tries to reconnect.
        ClientResources own = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(() -> Delay.exponential(20, 500, TimeUnit.MILLISECONDS, 2))
                .build();
        LettuceConnectionFactory made = LinkOptions.factory(details, own);
        made.afterPropertiesSet();
        made.start();
        resources = own;
        factory = made;
        answered = System.nanoTime();
    }

    /**
     * Asks Redis.
     *
     * @throws RedisTrouble whatever went wrong, saying whether Redis may have done something
     */
    <T> T call(Function<RedisConnection, T> question) throws RedisTrouble {
        RedisConnection connection;
        try {
            connection = connect();
        } catch (RuntimeException e) {
            throw RedisTrouble.unreachable(e);
        }
        try {
            T answer = question.apply(connection);
            answered = System.nanoTime();
            return answer;
        } catch (RuntimeException e) {
            renewIfSilent(e);
            throw RedisTrouble.of(e);
        } finally {
            close(connection);
        }
    }

    /** Returns a connection of which the caller takes care. */
    RedisConnection connect() {
        LettuceConnectionFactory current = factory;
        if (current == null) {
            throw new IllegalStateException("Expected a link that is started, got one that is stopped");
        }
        return current.getConnection();
    }

    static void close(RedisConnection connection) {
        try {
            connection.close();
        } catch (RuntimeException e) {
            // What was to be had from it is had, and a broken one is dropped by the client itself.
        }
    }

    private void renewIfSilent(RuntimeException e) {
        boolean isTimeout = e instanceof QueryTimeoutException || e.getCause() instanceof RedisCommandTimeoutException;
        LettuceConnectionFactory current = factory;
        if (isTimeout && current != null && System.nanoTime() - answered > SILENCE.toNanos()) {
            answered = System.nanoTime();
            current.resetConnection();
        }
    }

    /** Closes everything. */
    void stop() {
        LettuceConnectionFactory made = factory;
        ClientResources own = resources;
        factory = null;
        resources = null;
        if (made != null) {
            made.destroy();
        }
        if (own != null) {
            own.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }
}

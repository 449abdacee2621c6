package io.github.liveview4j.spring.redis;

import io.github.liveview4j.spring.redis.RedisTransport.Report;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says whether broadcasts reach the other nodes. Pages and their calls go on while they do not, so that this belongs into no
 * probe that restarts a node.
 *
 * <p>For any thread; asks Redis, for at most a second.
 */
public final class RedisHealthIndicator implements HealthIndicator {

    private final RedisTransport transport;

    /**
     * Makes one.
     *
     * @param transport what is looked at
     */
    public RedisHealthIndicator(RedisTransport transport) {
        this.transport = transport;
    }

    @Override
    public Health health() {
        Report report = transport.report();
        Health.Builder health =
                report.trouble() == null ? Health.up() : Health.down().withDetail("reason", report.trouble());
        if (report.position() != null) {
            health.withDetail("epoch", report.position().epoch())
                    .withDetail("seq", report.position().seq());
        }
        return health.withDetail("waiting", report.waiting())
                .withDetail("ignored", report.refused())
                .build();
    }
}

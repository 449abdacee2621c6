package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.broadcast.LocalTransport;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.spring.redis.RedisHealthIndicator;
import io.github.liveview4j.spring.redis.RedisTransport;
import io.github.liveview4j.spring.redis.TestRedis;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** When broadcasts go over Redis, and what is said when they cannot. */
@ExtendWith(OutputCaptureExtension.class)
class RedisConfigurationTests {

    private static final String SECRET = "a secret of the tests, of 32 characters or more";

    private final TestRedis redis = TestRedis.shared();
    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LiveViewAutoConfiguration.class))
            .withPropertyValues(
                    "spring.data.redis.host=" + redis.host(),
                    "spring.data.redis.port=" + redis.port(),
                    "spring.data.redis.timeout=61s",
                    "liveview.redis.prefix=configuration");
    private final WebApplicationContextRunner withRedis = application
            .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
            .withPropertyValues("liveview.signing-key=" + SECRET);

    @Test
    void broadcastsGoOverRedisWhereItIs(CapturedOutput output) {
        withRedis.run(context -> {
            assertThat(context).hasSingleBean(BroadcastTransport.class).hasSingleBean(RedisTransport.class);
            CompletableFuture<Outcome> outcome = context.getBean(BroadcastTransport.class)
                    .publish(new Broadcast("r", null, null, "[]".getBytes(StandardCharsets.UTF_8)))
                    .toCompletableFuture();
            assertThat(outcome.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.SEQUENCED);
            Health health = context.getBean("liveViewHealthIndicator", RedisHealthIndicator.class)
                    .health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsKeys("epoch", "seq").containsEntry("waiting", 0);
        });
        assertThat(output).doesNotContain("liveview.signing-key is not set");
    }

    @Test
    void broadcastsOverRedisWaitForTheCommit() {
        withRedis.run(context -> {
            LiveViewBroadcaster live = context.getBean(LiveViewBroadcaster.class);
            TransactionSynchronizationManager.initSynchronization();
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                CompletableFuture<Outcome> waiting =
                        live.broadcast(LiveViewMessage.page().title("a")).toCompletableFuture();
                CompletableFuture<Outcome> atOnce = live.to(LiveViewBroadcaster.everyone())
                        .atOnce()
                        .send(LiveViewMessage.page().title("b"))
                        .toCompletableFuture();
                assertThat(atOnce.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.SEQUENCED);
                assertThat(waiting).isNotDone();

                TransactionSynchronizationUtils.triggerAfterCompletion(TransactionSynchronization.STATUS_COMMITTED);
                assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.SEQUENCED);
            } finally {
                TransactionSynchronizationManager.clear();
            }
        });
    }

    @Test
    void theApplicationsOwnRedisStaysAsItIs() {
        withRedis.run(context -> {
            assertThat(context).hasSingleBean(RedisConnectionFactory.class);
            LettuceConnectionFactory own = context.getBean(LettuceConnectionFactory.class);
            assertThat(own.getClientConfiguration().getCommandTimeout()).hasSeconds(61);
            try (var connection = context.getBean(RedisConnectionFactory.class).getConnection()) {
                assertThat(connection.ping()).isEqualTo("PONG");
            }
        });
    }

    @Test
    void aServerTakesConnectionsLaterAndStopsEarlier() {
        withRedis.run(context -> {
            RedisTransport transport = context.getBean(RedisTransport.class);
            assertThat(transport.isRunning()).isTrue();
            assertThat(transport.getPhase()).isLessThan(SmartLifecycle.DEFAULT_PHASE - 2048);
        });
    }

    @Test
    void localOptsOut() {
        withRedis.withPropertyValues("liveview.broadcast=local").run(this::isLocal);
    }

    @Test
    void withoutConnectionDetailsBroadcastsStayHere() {
        application.run(this::isLocal);
    }

    @Test
    void withoutSpringDataRedisBroadcastsStayHere() {
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.data.redis", "io.lettuce"))
                .run(this::isLocal);
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.data.redis"))
                .run(this::isLocal);
    }

    private void isLocal(ApplicationContext context) {
        assertThat(context.getBean(BroadcastTransport.class)).isInstanceOf(LocalTransport.class);
        assertThat(context.getBeanNamesForType(RedisHealthIndicator.class)).isEmpty();
    }

    @Test
    void withoutHealthThereIsJustNone() {
        withRedis
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
                .run(context -> {
                    assertThat(context).hasSingleBean(RedisTransport.class);
                    assertThat(context.containsBean("liveViewHealthIndicator")).isFalse();
                });
    }

    @Test
    void theApplicationsOwnTransportIsTaken() {
        BroadcastTransport own = broadcast -> CompletableFuture.completedStage(Outcome.FAILED);
        withRedis
                .withBean(BroadcastTransport.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(BroadcastTransport.class)).isSameAs(own));
    }

    @Test
    void whereRedisIsAskedForAndMissingTheStartSaysSo() {
        application.withPropertyValues("liveview.broadcast=redis").run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new MissingRedisFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).contains("liveview.broadcast=redis");
            assertThat(analysis.getAction()).contains("spring-boot-starter-data-redis");
        });
    }

    @Test
    void aRedisThatIsAwayStopsNothing() {
        withRedis.withPropertyValues("spring.data.redis.port=1").run(context -> {
            Health health = context.getBean("liveViewHealthIndicator", RedisHealthIndicator.class)
                    .health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails().get("reason")).asString().contains("cannot be reached");
        });
    }

    @Test
    void aMissingKeyIsSaidWithWhatItMeans(CapturedOutput output) {
        withRedis
                .withPropertyValues("liveview.signing-key=")
                .run(context -> assertThat(context).hasFailed());
        application
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).containsOnlyOnce("liveview.signing-key is not set").doesNotContain("on another machine");
    }

    @Test
    void aRemoteRedisWithoutAKeyIsSaidToBeUnsafe(CapturedOutput output) {
        application
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues("spring.data.redis.host=redis.invalid")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("on another machine (redis.invalid)");
    }

    @Test
    void whatCannotWorkIsRefused() {
        for (String property : new String[] {
            "prefix={a}",
            "prefix=",
            "history-length=0",
            "history-size=0B",
            "position-check=0s",
            "outage-queue.age=0s",
            "outage-queue.length=0",
            "outage-queue.size=2GB"
        }) {
            application
                    .withPropertyValues("liveview.redis." + property)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("liveview.redis." + property.replaceAll("=.*", "")));
        }
    }
}

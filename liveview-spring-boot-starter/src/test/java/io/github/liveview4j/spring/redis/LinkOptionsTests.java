package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What of Spring Boot's connection details the link's own connections have, and what they have of their own. */
class LinkOptionsTests {

    private final ClientResources resources = DefaultClientResources.create();

    @AfterEach
    void stop() {
        resources.shutdown();
    }

    /** A server with everything that details can say, as far as a test does not say otherwise. */
    private static class Details implements DataRedisConnectionDetails {

        @Override
        public String getUsername() {
            return "user";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public @Nullable Standalone getStandalone() {
            return Standalone.of("redis.example", 6380, 3);
        }
    }

    @Test
    void nothingIsQueuedOrSentTwiceAndAnAnswerHasHalfASecond() {
        LettuceConnectionFactory factory = LinkOptions.factory(new Details(), resources);
        ClientOptions options =
                factory.getClientConfiguration().getClientOptions().orElseThrow();
        assertThat(options.getDisconnectedBehavior()).isEqualTo(DisconnectedBehavior.REJECT_COMMANDS);
        assertThat(options.getReplayFilter().test(null)).isTrue();
        assertThat(options.getRequestQueueSize()).isEqualTo(64);
        assertThat(options.isAutoReconnect()).isTrue();
        assertThat(factory.getClientConfiguration().getCommandTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(factory.getClientConfiguration().isUseSsl()).isFalse();
    }

    @Test
    void oneServerIsTakenAsItIs() {
        LettuceConnectionFactory server = LinkOptions.factory(new Details(), resources);
        assertThat(server.getHostName()).isEqualTo("redis.example");
        assertThat(server.getPort()).isEqualTo(6380);
        assertThat(server.getDatabase()).isEqualTo(3);
        assertThat(server.getPassword()).isEqualTo("secret");
    }

    @Test
    void sentinelsAreTakenAsTheyAre() {
        RedisSentinelConfiguration sentinel = LinkOptions.factory(
                        new Details() {
                            @Override
                            public Sentinel getSentinel() {
                                return new WatchedMaster();
                            }
                        },
                        resources)
                .getSentinelConfiguration();
        assertThat(sentinel).isNotNull();
        assertThat(sentinel.getSentinels()).hasSize(1);
        assertThat(sentinel.getDatabase()).isEqualTo(2);
        assertThat(sentinel.getUsername()).isEqualTo("user");
        assertThat(sentinel.getSentinelUsername()).isEqualTo("watcher");
    }

    private static final class WatchedMaster implements DataRedisConnectionDetails.Sentinel {

        @Override
        public int getDatabase() {
            return 2;
        }

        @Override
        public String getMaster() {
            return "main";
        }

        @Override
        public List<DataRedisConnectionDetails.Node> getNodes() {
            return List.of(new DataRedisConnectionDetails.Node("sentinel.example", 26379));
        }

        @Override
        public String getUsername() {
            return "watcher";
        }

        @Override
        public String getPassword() {
            return "other secret";
        }
    }

    @Test
    void aClusterIsTakenAsItIs() {
        LettuceConnectionFactory factory = LinkOptions.factory(
                new Details() {
                    @Override
                    public Cluster getCluster() {
                        return () -> List.of(new Node("cluster.example", 7000));
                    }
                },
                resources);
        RedisClusterConfiguration cluster = factory.getClusterConfiguration();
        assertThat(cluster).isNotNull();
        assertThat(cluster.getClusterNodes()).hasSize(1);
        assertThat(cluster.getUsername()).isEqualTo("user");
        assertThat(factory.getClientConfiguration().getClientOptions().orElseThrow())
                .isInstanceOf(ClusterClientOptions.class);
    }

    @Test
    void anSslBundleIsUsed() {
        LettuceConnectionFactory factory = LinkOptions.factory(
                new Details() {
                    @Override
                    public SslBundle getSslBundle() {
                        return SslBundle.of(SslStoreBundle.NONE);
                    }
                },
                resources);
        assertThat(factory.getClientConfiguration().isUseSsl()).isTrue();
    }

    @Test
    void mastersAndReplicasAreRefusedInWords() {
        assertThatThrownBy(() -> LinkOptions.factory(
                        new Details() {
                            @Override
                            public @Nullable Standalone getStandalone() {
                                return null;
                            }
                        },
                        resources))
                .hasMessageContaining("liveview.broadcast=local");
    }
}

package io.github.liveview4j.spring.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Node;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration.LettuceClientConfigurationBuilder;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Makes the connection factory of the link out of what Spring Boot knows of the server. For any thread. */
final class LinkOptions {

    /** Publisher, reader and health each have one command under way. */
    private static final int MOST_UNDER_WAY = 64;

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(1);

    private LinkOptions() {}

    static LettuceConnectionFactory factory(DataRedisConnectionDetails details, ClientResources resources) {
        SslBundle ssl = details.getSslBundle();
        ClientOptions.Builder common = configure(details.getCluster() == null ? ClientOptions.builder() : cluster());
        if (ssl != null) {
            common.sslOptions(options(ssl));
        }
        LettuceClientConfigurationBuilder client = LettuceClientConfiguration.builder()
                .clientResources(resources)
                .clientOptions(common.build())
                .commandTimeout(RedisLink.PATIENCE)
                .shutdownQuietPeriod(Duration.ZERO)
                .shutdownTimeout(Duration.ofMillis(200));
        if (ssl != null) {
            client.useSsl();
        }
        return new LettuceConnectionFactory(server(details), client.build());
    }

    private static ClusterClientOptions.Builder cluster() {
        return ClusterClientOptions.builder()
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enableAllAdaptiveRefreshTriggers()
                        .build());
    }

    private static ClientOptions.Builder configure(ClientOptions.Builder options) {
        return options.autoReconnect(true)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                // Drops what was under way when the connection broke: its sender hears of it by its timeout.
                .replayFilter(command -> true)
                .requestQueueSize(MOST_UNDER_WAY)
                .timeoutOptions(TimeoutOptions.enabled(RedisLink.PATIENCE))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_PATIENCE)
                        .keepAlive(true)
                        .build());
    }

    private static SslOptions options(SslBundle bundle) {
        SslOptions.Builder options = SslOptions.builder()
                .keyManager(bundle.getManagers().getKeyManagerFactory())
                .trustManager(bundle.getManagers().getTrustManagerFactory());
        String[] ciphers = bundle.getOptions().getCiphers();
        String[] protocols = bundle.getOptions().getEnabledProtocols();
        if (ciphers != null) {
            options.cipherSuites(ciphers);
        }
        if (protocols != null) {
            options.protocols(protocols);
        }
        return options.build();
    }

    private static RedisConfiguration server(DataRedisConnectionDetails details) {
        DataRedisConnectionDetails.Sentinel sentinel = details.getSentinel();
        DataRedisConnectionDetails.Cluster cluster = details.getCluster();
        if (sentinel != null) {
            return sentinel(details, sentinel);
        }
        if (cluster != null) {
            RedisClusterConfiguration configuration = new RedisClusterConfiguration();
            configuration.setClusterNodes(nodes(cluster.getNodes()));
            configuration.setUsername(details.getUsername());
            configuration.setPassword(password(details.getPassword()));
            return configuration;
        }
        DataRedisConnectionDetails.Standalone standalone = details.getStandalone();
        if (standalone == null) {
            throw new IllegalStateException(
                    "Expected Redis as one server, with Sentinel or as a cluster, got masters and "
                            + "replicas, which have no publish and subscribe. Set spring.data.redis.sentinel or "
                            + "spring.data.redis.cluster, or liveview.broadcast=local");
        }
        RedisStandaloneConfiguration configuration =
                new RedisStandaloneConfiguration(standalone.getHost(), standalone.getPort());
        configuration.setDatabase(standalone.getDatabase());
        configuration.setUsername(details.getUsername());
        configuration.setPassword(password(details.getPassword()));
        return configuration;
    }

    private static RedisSentinelConfiguration sentinel(
            DataRedisConnectionDetails details, DataRedisConnectionDetails.Sentinel sentinel) {
        RedisSentinelConfiguration configuration = new RedisSentinelConfiguration();
        configuration.master(sentinel.getMaster());
        configuration.setSentinels(nodes(sentinel.getNodes()));
        configuration.setDatabase(sentinel.getDatabase());
        configuration.setUsername(details.getUsername());
        configuration.setPassword(password(details.getPassword()));
        configuration.setSentinelUsername(sentinel.getUsername());
        configuration.setSentinelPassword(password(sentinel.getPassword()));
        return configuration;
    }

    private static List<RedisNode> nodes(List<Node> nodes) {
        return nodes.stream()
                .map(node -> new RedisNode(node.host(), node.port()))
                .toList();
    }

    private static RedisPassword password(@Nullable String text) {
        return RedisPassword.of(text);
    }
}

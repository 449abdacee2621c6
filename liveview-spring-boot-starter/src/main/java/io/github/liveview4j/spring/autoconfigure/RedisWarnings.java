package io.github.liveview4j.spring.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Node;

/** Says at the start what an operator has left open. */
final class RedisWarnings {

    private static final Logger log = LoggerFactory.getLogger(RedisConfiguration.class);

    private static final Set<String> HERE = Set.of("localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    /** No name that merely begins like it. */
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    private RedisWarnings() {}

    /** Warns of what does not work, and of what is not safe, without a key that all nodes have. */
    static void noSigningKey(DataRedisConnectionDetails details) {
        log.warn(
                "Broadcasts go over Redis and liveview.signing-key is not set: each node makes up its own, and a page that "
                        + "joined a room on one node is refused it on the others. Set liveview.signing-key to the same secret of at "
                        + "least 32 characters on every node");
        List<String> elsewhere =
                hosts(details).filter(host -> !isHere(host)).distinct().toList();
        if (!elsewhere.isEmpty()) {
            log.warn(
                    "Redis is on another machine ({}) and broadcasts are not sealed: whoever may write there may put any "
                            + "html into every page. Set liveview.signing-key",
                    String.join(", ", elsewhere));
        }
    }

    private static boolean isHere(String host) {
        return HERE.contains(host.toLowerCase(Locale.ROOT))
                || LOOPBACK.matcher(host).matches();
    }

    private static Stream<String> hosts(DataRedisConnectionDetails details) {
        DataRedisConnectionDetails.Sentinel sentinel = details.getSentinel();
        DataRedisConnectionDetails.Cluster cluster = details.getCluster();
        DataRedisConnectionDetails.Standalone standalone = details.getStandalone();
        if (sentinel != null) {
            return sentinel.getNodes().stream().map(Node::host);
        }
        if (cluster != null) {
            return cluster.getNodes().stream().map(Node::host);
        }
        return standalone == null ? Stream.empty() : Stream.of(standalone.getHost());
    }
}

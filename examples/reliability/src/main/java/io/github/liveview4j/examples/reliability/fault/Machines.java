package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.fault.Bench.Plan;
import io.github.liveview4j.examples.reliability.node.Ledger;
import io.github.liveview4j.examples.reliability.node.ReliabilityNode;
import io.github.liveview4j.examples.support.RedisProcess;
import io.github.liveview4j.examples.support.TcpProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Servers, their Redis, and a proxy on every way: from the pages to each node, and from each node to the Redis. For one thread.
 */
public final class Machines implements AutoCloseable {

    private final Ledger ledger = new Ledger();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final List<TcpProxy> toNodes = new ArrayList<>();
    private final List<TcpProxy> toRedis = new ArrayList<>();
    private final @Nullable RedisProcess redis;

    /** Starts what a plan asks for, and waits until it answers. */
    public Machines(Plan plan) {
        redis = plan.redis() == Plan.Redis.NONE ? null : new RedisProcess(persistence(plan.redis()));
        for (int n = 0; n < plan.nodes(); n++) {
            List<String> arguments = new ArrayList<>(plan.arguments());
            arguments.add("--ledger=" + ledger.port());
            if (redis == null) {
                arguments.add("--liveview.broadcast=local");
            } else {
                TcpProxy proxy = new TcpProxy(redis.port());
                toRedis.add(proxy);
                arguments.add("--liveview.broadcast=redis");
                arguments.add("--spring.data.redis.port=" + proxy.port());
            }
            nodes.add(new NodeProcess(ReliabilityNode.class, arguments).start());
        }
        nodes.forEach(NodeProcess::awaitStarted);
        nodes.forEach(node -> toNodes.add(new TcpProxy(node.port())));
    }

    private static RedisProcess.Persistence persistence(Plan.Redis redis) {
        return redis == Plan.Redis.DURABLE ? RedisProcess.Persistence.ALWAYS : RedisProcess.Persistence.NONE;
    }

    /** Returns what is true. */
    public Ledger ledger() {
        return ledger;
    }

    /** Returns a server. */
    public NodeProcess node(int number) {
        return nodes.get(number);
    }

    /** Returns the ports of the servers themselves. */
    public List<Integer> ports() {
        return nodes.stream().map(NodeProcess::port).toList();
    }

    /** Returns the way from pages to a server. */
    public TcpProxy toNode(int number) {
        return toNodes.get(number);
    }

    /** Returns the way from a server to the Redis. */
    public TcpProxy toRedis(int number) {
        return toRedis.get(number);
    }

    /** Returns the Redis. */
    public RedisProcess redis() {
        return Objects.requireNonNull(redis, "a plan without a Redis");
    }

    @Override
    public void close() {
        toNodes.forEach(TcpProxy::close);
        nodes.forEach(NodeProcess::close);
        toRedis.forEach(TcpProxy::close);
        if (redis != null) {
            redis.close();
        }
        ledger.close();
    }
}

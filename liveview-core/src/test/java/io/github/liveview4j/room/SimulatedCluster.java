package io.github.liveview4j.room;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.SessionLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that read one order, each at its own pace, as nodes of a cluster do: the logs are real, the network is a list. For
 * one thread.
 */
final class SimulatedCluster {

    /** What was said, and where. */
    record Said(String room, int id) {}

    private final List<Said> order = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Set<Integer>> expected = new HashMap<>();
    private long now = 1;
    private String epoch = "epoch0";
    private int firstOfEpoch;
    private int epochs;
    private int ids;

    SimulatedCluster(int nodeCount, HistoryLimits limits) {
        for (int i = 0; i < nodeCount; i++) {
            nodes.add(new Node(limits));
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Says something in a room, to be read by the nodes later. */
    void say(String room) {
        Said said = new Said(room, ids++);
        order.add(said);
        expected.computeIfAbsent(room, key -> new LinkedHashSet<>()).add(said.id());
    }

    /** Lets time go by. */
    void pass(Duration time) {
        now += time.toNanos();
    }

    /** Loses the order: what is said from now on has other numbers. */
    void loseHistory() {
        nodes.forEach(node -> node.read(Integer.MAX_VALUE));
        epoch = "epoch" + ++epochs;
        firstOfEpoch = order.size();
        nodes.forEach(Node::restart);
    }

    /** Returns what was ever said in a room. */
    Set<Integer> expected(String room) {
        return expected.getOrDefault(room, Set.of());
    }

    /** One server: its log and its sessions. */
    final class Node {

        private final LiveViewSessionRegistry registry = new LiveViewSessionRegistry();
        private final LiveViewSessions sessions =
                new LiveViewSessions(registry, new SessionLimits(16 * 1024 * 1024, Duration.ofMinutes(1)));
        private final RoomLog log;
        private int read;
        private int connections;

        Node(HistoryLimits limits) {
            log = new RoomLog(registry, Node::deliver, bytes -> List.of(), limits, () -> now);
            log.restart(new Position(epoch, 0), position -> new byte[0]);
        }

        private static void deliver(LiveViewSession[] audience, Parcel parcel) {
            for (LiveViewSession session : audience) {
                if (session.enqueue(parcel.v2())) {
                    session.flush();
                }
            }
        }

        /** Reads what comes next in the order. */
        void read(int most) {
            for (int i = 0; i < most && read < order.size(); i++) {
                Said said = order.get(read++);
                byte[] updates = ("[" + said.id() + "]").getBytes(StandardCharsets.US_ASCII);
                log.append(read - firstOfEpoch, new Broadcast(said.room(), null, null, updates));
            }
        }

        private void restart() {
            log.restart(
                    new Position(epoch, 0),
                    position -> ("{\"type\":\"resync\",\"epoch\":\"" + position.epoch() + "\",\"seq\":" + position.seq()
                                    + "}")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        void expire() {
            log.expire();
        }

        int rooms() {
            return log.size();
        }

        LiveViewSession connect(SimulatedPage page) {
            LiveViewSession session =
                    sessions.create("s" + connections++, "own", "liveview.v2", null, Map.of(), page.wire());
            registry.add(session);
            return session;
        }

        void hello(LiveViewSession session, Collection<String> rooms, @Nullable Position since) {
            log.enter(
                    session,
                    () -> Set.copyOf(rooms),
                    since,
                    true,
                    (names, at, resync) -> List.of(("{\"type\":\"welcome\",\"epoch\":\"" + at.epoch() + "\",\"seq\":"
                                    + at.seq() + ",\"resync\":" + resync + "}")
                            .getBytes(StandardCharsets.US_ASCII)));
        }

        /** Returns what a page that is rendered now shows, and where it stands: the place is taken before the model. */
        Position render(Collection<String> rooms, Map<String, Set<Integer>> shown) {
            Position position = log.position();
            // The model is what was said, whether this node has read it or not, and more than when the place was taken.
            rooms.forEach(room -> shown.put(room, new LinkedHashSet<>(expected(room))));
            return position;
        }

        void disconnect(LiveViewSession session) {
            session.disconnected();
        }
    }
}

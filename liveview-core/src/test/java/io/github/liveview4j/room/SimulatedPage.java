package io.github.liveview4j.room;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page that follows the rules of the wire, over a network that takes its time and may be cut at any moment. */
final class SimulatedPage {

    private static final Pattern OBJECT = Pattern.compile(
            "\\{\"type\":\"update\",\"room\":\"([^\"]+)\",\"epoch\":\"([^\"]+)\","
                    + "\"first\":(\\d+),\"seq\":(\\d+),\"updates\":\\[(\\d+)]}"
                    + "|\\{\"type\":\"(welcome|resync)\",\"epoch\":\"([^\"]+)\",\"seq\":(\\d+)(?:,\"resync\":(true|false))?}");

    private final SimulatedCluster cluster;
    private final Random random;
    private final Set<String> rooms;
    private final List<String> faults = new ArrayList<>();

    private final Map<String, Set<Integer>> shown = new HashMap<>();
    private final Map<String, Integer> lastShown = new HashMap<>();
    private final Map<String, Long> lastSeen = new HashMap<>();
    private final Set<Integer> applied = new HashSet<>();
    private SimulatedCluster.@Nullable Node node;
    private @Nullable LiveViewSession session;
    private @Nullable Network network;
    private Position position;
    /** The place that counts for rooms of which nothing was seen since. */
    private long floor;

    private boolean awaitsWelcome;
    private boolean resyncing;
    private long updates;
    private int resyncs;
    private int holes;

    SimulatedPage(SimulatedCluster cluster, Set<String> rooms, Random random) {
        this.cluster = cluster;
        this.rooms = rooms;
        this.random = random;
        this.position = load();
    }

    List<String> faults() {
        return faults;
    }

    long updates() {
        return updates;
    }

    int resyncs() {
        return resyncs;
    }

    /** Holes are found and mended, but there should be none. */
    int holes() {
        return holes;
    }

    Wire wire() {
        Network made = new Network();
        network = made;
        return made;
    }

    boolean isConnected() {
        return session != null;
    }

    void connect() {
        SimulatedCluster.Node chosen = anyNode();
        node = chosen;
        session = chosen.connect(this);
        hello();
    }

    /** Loses the connection with all that is under way; the server may notice much later. */
    void cut(boolean serverNotices) {
        if (node != null && session != null && serverNotices) {
            node.disconnect(session);
        }
        node = null;
        session = null;
        network = null;
        // What the html had to be fetched for is fetched again after the next welcome.
        if (resyncing) {
            takeOver();
        }
    }

    /** Takes some of what is under way. */
    void receive(int most) {
        Network from = network;
        for (int i = 0; i < most && from != null && from == network && !from.underway.isEmpty(); i++) {
            take(from.underway.removeFirst());
        }
        if (resyncing && random.nextInt(3) == 0) {
            takeOver();
            if (session != null) {
                hello();
            }
        }
    }

    boolean isDone() {
        Network from = network;
        return from != null && from.underway.isEmpty() && !awaitsWelcome && !resyncing;
    }

    /** Compares what is shown with what was said. */
    void verify() {
        for (String room : rooms) {
            if (!shown.getOrDefault(room, Set.of()).equals(cluster.expected(room))) {
                Set<Integer> lost = new HashSet<>(cluster.expected(room));
                lost.removeAll(shown.getOrDefault(room, Set.of()));
                faults.add("lost in " + room + ": " + lost);
            }
        }
    }

    private void hello() {
        awaitsWelcome = true;
        if (node != null && session != null) {
            node.hello(session, rooms, position);
        }
    }

    private SimulatedCluster.Node anyNode() {
        return cluster.nodes().get(random.nextInt(cluster.nodes().size()));
    }

    private Position load() {
        applied.clear();
        lastSeen.clear();
        lastShown.clear();
        return anyNode().render(rooms, shown);
    }

    private void takeOver() {
        resyncing = false;
        resyncs++;
        position = load();
    }

    private void take(String frame) {
        boolean hasWelcome = frame.contains("\"welcome\"");
        Matcher object = OBJECT.matcher(frame);
        while (object.find()) {
            if (object.group(1) != null) {
                update(object, hasWelcome);
            } else {
                boolean isWelcome = object.group(6).equals("welcome");
                position = new Position(object.group(7), Long.parseLong(object.group(8)));
                lastSeen.clear();
                floor = position.seq();
                awaitsWelcome = !isWelcome && awaitsWelcome;
                resyncing = resyncing || !isWelcome || "true".equals(object.group(9));
            }
        }
    }

    private void update(Matcher object, boolean recovers) {
        if (resyncing || awaitsWelcome && !recovers) {
            return;
        }
        String room = object.group(1);
        long first = Long.parseLong(object.group(3));
        long seq = Long.parseLong(object.group(4));
        if (!object.group(2).equals(position.epoch())) {
            hello();
        } else if (seq > position.seq()) {
            if (!recovers && first > lastSeen.getOrDefault(room, floor) + 1) {
                holes++;
                hello();
                return;
            }
            position = new Position(position.epoch(), seq);
            lastSeen.put(room, seq);
            apply(room, Integer.parseInt(object.group(5)));
        }
    }

    private void apply(String room, int id) {
        updates++;
        if (!applied.add(id)) {
            faults.add("doubled in " + room + ": " + id);
        }
        if (lastShown.getOrDefault(room, -1) > id) {
            faults.add("reordered in " + room + ": " + id + " after " + lastShown.get(room));
        }
        lastShown.put(room, id);
        shown.computeIfAbsent(room, key -> new HashSet<>()).add(id);
    }

    /** One connection: what the server has written and the page has not read. */
    private static final class Network implements Wire {

        private final Deque<String> underway = new ArrayDeque<>();

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(Frame frame) {
            underway.addLast(frame.text());
        }

        @Override
        public void sendAsync(Frame frame, Completion completion) {
            send(frame);
            completion.sent();
        }

        @Override
        public void close(CloseReason reason) {
            underway.clear();
        }
    }
}

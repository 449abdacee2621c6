package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.session.Frame.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Anything in any order: a browser never sees a hole, and ends as one that was sent everything. */
class OutboxQueueRandomTests {

    private static final int RUNS = 200;
    private static final int STEPS = 300;
    private static final String[] ROOMS = {"a", "b", "c"};
    private static final String[] TARGETS = {"p", "p.x", "p.y", "q", "q.x"};

    /** The same queue, written for the eye: it looks at everything whenever something is added. */
    private static final class Plain {

        private final List<Frame> frames = new ArrayList<>();
        private final List<Long> firsts = new ArrayList<>();

        void add(Frame frame) {
            if (!frame.parts().isEmpty() && frame.parts().stream().allMatch(part -> part.coverage() != null)) {
                frame.parts().forEach(this::addOne);
            } else {
                addOne(frame);
            }
        }

        private void addOne(Frame frame) {
            frames.add(frame);
            firsts.add(frame.coverage() == null ? 0 : frame.coverage().first());
            for (int i = frames.size() - 2; i >= 0 && replaces(i) != null && replaces(frames.size() - 1) != null; i--) {
                if (sameRoom(i, frames.size() - 1) && replaces(i).equals(replaces(frames.size() - 1))) {
                    giveWay(i);
                    return;
                }
            }
        }

        private void giveWay(int superseded) {
            int next = superseded + 1;
            while (!sameRoom(superseded, next)) {
                next++;
            }
            firsts.set(next, firsts.get(superseded));
            firsts.remove(superseded);
            frames.remove(superseded);
        }

        private @Nullable String replaces(int index) {
            Coverage coverage = frames.get(index).coverage();
            return coverage == null ? null : coverage.replaces();
        }

        private boolean sameRoom(int one, int other) {
            return frames.get(one)
                    .coverage()
                    .room()
                    .equals(frames.get(other).coverage().room());
        }

        long bytes() {
            return frames.stream().mapToLong(Frame::size).sum();
        }

        List<String> take(int count) {
            List<String> taken = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Frame frame = frames.remove(0);
                long first = firsts.remove(0);
                taken.add(
                        frame.coverage() == null
                                ? frame.text()
                                : frame.coverage().from(first).text());
            }
            return taken;
        }
    }

    @Test
    void leavesEveryPageAsAnUnlimitedOutboxWould() {
        long seed = System.nanoTime();
        for (int run = 0; run < RUNS; run++) {
            play(seed + run);
        }
    }

    private static void play(long seed) {
        Random random = new Random(seed);
        RoomScript script = new RoomScript();
        OutboxQueue queue = new OutboxQueue();
        Plain plain = new Plain();
        ScriptedBrowser slow = new ScriptedBrowser();
        ScriptedBrowser fast = new ScriptedBrowser();
        int patience = 1 + random.nextInt(40);

        for (int step = 0; step < STEPS; step++) {
            Frame next = next(random, script, step);
            fast.receive(List.of(next.text()));
            queue.add(next);
            plain.add(next);
            assertThat(queue.bytes()).as("bytes, seed %d, step %d", seed, step).isEqualTo(plain.bytes());
            while (random.nextInt(patience) == 0 && !queue.isEmpty()) {
                take(queue, plain, slow, seed);
            }
        }
        while (!queue.isEmpty()) {
            take(queue, plain, slow, seed);
        }

        assertThat(slow.faults).as("faults, seed %d", seed).isEmpty();
        assertThat(slow.page).as("page, seed %d", seed).isEqualTo(fast.page);
        assertThat(slow.others).as("other frames, seed %d", seed).isEqualTo(fast.others);
        assertThat(queue.bytes()).as("bytes, seed %d", seed).isZero();
        assertThat(plain.frames).as("left, seed %d", seed).isEmpty();
    }

    private static void take(OutboxQueue queue, Plain plain, ScriptedBrowser slow, long seed) {
        String text = queue.take().frame().text();
        List<String> objects = RoomScript.objects(List.of(text));
        // A frame that was queued whole is one frame also where it holds several objects.
        int frames = text.contains("welcome") ? 1 : objects.size();
        assertThat(RoomScript.objects(plain.take(frames)))
                .as("order, seed %d", seed)
                .isEqualTo(objects);
        assertThat(queue.bytes()).as("bytes, seed %d", seed).isEqualTo(plain.bytes());
        slow.receive(List.of(text));
    }

    private static Frame next(Random random, RoomScript script, int step) {
        int kind = random.nextInt(100);
        if (kind < 4) {
            return frame("{reply " + step + "}");
        }
        if (kind < 6) {
            return Frame.joined(List.of(frame("{joined " + step + "}"), frame("{welcome " + step + "}")), false);
        }
        if (kind < 20) {
            List<Frame> round = new ArrayList<>();
            for (int i = random.nextInt(4); i >= -1; i--) {
                round.add(update(random, script, step + "x" + (i + 1)));
            }
            return Frame.joined(round, true);
        }
        return update(random, script, "" + step);
    }

    private static Frame update(Random random, RoomScript script, String value) {
        if (random.nextInt(3) == 0) {
            script.elsewhere();
        }
        String room = ROOMS[random.nextInt(ROOMS.length)];
        String target = TARGETS[random.nextInt(TARGETS.length)];
        return random.nextInt(12) == 0 ? script.append(room, target, value) : script.replace(room, target, value);
    }
}

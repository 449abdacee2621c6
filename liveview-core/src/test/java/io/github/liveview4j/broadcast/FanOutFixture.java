package io.github.liveview4j.broadcast;

import io.github.liveview4j.room.Parcel;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.TestWire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of the lane say and see. */
final class FanOutFixture {

    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");

    private FanOutFixture() {}

    /** A broadcast of one update: the same object in both dialects. */
    static Parcel parcel(String json) {
        return parcel(json, json);
    }

    static Parcel parcel(String v2, String... v1) {
        return new Said(shared(v2), Stream.of(v1).map(FanOutFixture::shared).toList());
    }

    private record Said(Frame v2, List<Frame> v1) implements Parcel {}

    /** A broadcast that one page gets the empty object of. */
    static Parcel withheld(String page, String json) {
        return new Withheld(page, shared(json), Frame.of("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private record Withheld(String page, Frame v2, Frame withheld) implements Parcel {

        @Override
        public boolean isWithheldFrom(LiveViewSession session) {
            return page.equals(session.page());
        }

        @Override
        public List<Frame> v1() {
            return List.of(v2);
        }
    }

    static Parcel number(int n) {
        return parcel("{\"n\":" + n + "}");
    }

    static Frame shared(String text) {
        return Frame.shared(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Runs a task once, on the lane's thread, in the middle of the first write: what it delivers has to wait.
     */
    static TestWire meanwhile(Runnable task) {
        AtomicBoolean done = new AtomicBoolean();
        return new TestWire() {
            @Override
            protected void reading(String text) {
                if (done.compareAndSet(false, true)) {
                    task.run();
                }
            }
        };
    }

    /** The objects that a browser has received, joined or not, of which those inside of others. */
    static List<String> objects(TestWire wire) {
        return wire.received().stream()
                .flatMap(text -> OBJECT.matcher(text).results().map(MatchResult::group))
                .toList();
    }

    static List<String> numbers(int count) {
        return Stream.iterate(0, n -> n + 1)
                .limit(count)
                .map(n -> "{\"n\":" + n + "}")
                .toList();
    }

    /** The live threads of all lanes. */
    static Set<Thread> laneThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("liveview-fanout-"))
                .collect(Collectors.toSet());
    }

    static Set<Thread> workersSince(Set<Thread> before) {
        return laneThreads().stream()
                .filter(thread -> !before.contains(thread) && !thread.getName().endsWith("watch"))
                .collect(Collectors.toSet());
    }
}

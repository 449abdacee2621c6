package io.github.liveview4j.examples.benchmark.micro;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.RoomLog;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is kept of a room, and what a page gets of it that comes back. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // what the set-up makes is there before anything is measured
public class RoomLogBenchmark {

    private static final int MISSED = 10;

    private final RoomLog log = new Pages(1, (audience, parcel) -> {}).log();
    private final Pages back = new Pages(1, (audience, parcel) -> {});
    private Position since;

    /** Lets a page miss something. */
    @Setup
    public void say() {
        since = back.log().position();
        for (int i = 0; i < MISSED; i++) {
            back.log().append(Pages.note());
        }
    }

    /** Adds an update to the order and to the history. */
    @Benchmark
    public Position add() {
        log.append(Pages.note());
        return log.position();
    }

    /** Gives a page ten updates that it has missed. */
    @Benchmark
    public long readBack() {
        long before = back.lastWire().bytes();
        back.log()
                .enter(
                        back.last(),
                        () -> Set.of(Pages.ROOM),
                        since,
                        true,
                        (names, now, resync) -> List.of(new byte[2]));
        return back.lastWire().bytes() - before;
    }
}

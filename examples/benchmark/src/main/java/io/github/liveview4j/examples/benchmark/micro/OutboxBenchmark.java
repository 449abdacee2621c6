package io.github.liveview4j.examples.benchmark.micro;

import io.github.liveview4j.broadcast.FanOutLane;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The way of a frame to the container, which here is none. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // what the set-up makes is there before anything is measured
public class OutboxBenchmark {

    private static final int RECEIVERS = 1_000;

    private final LiveViewSession session = new Pages(1, (audience, parcel) -> {}).last();
    private final byte[] update = ("{\"type\":\"update\",\"call\":7,\"n\":1,\"updates\":[{\"target\":\"#a\",\"html\":\""
                    + "x".repeat(150) + "\"}]}")
            .getBytes(StandardCharsets.UTF_8);
    private final byte[] reply = "{\"type\":\"reply\",\"id\":7}".getBytes(StandardCharsets.UTF_8);
    private FanOutLane lane;
    private Pages everybody;

    /** Opens a thousand pages. */
    @Setup
    public void open() {
        lane = new FanOutLane();
        everybody = new Pages(RECEIVERS, lane);
    }

    /** A frame by itself. */
    @Benchmark
    public void offer() {
        session.send(Frame.object(update));
    }

    /** Two frames that go out as one, as those of a call. */
    @Benchmark
    public void corked() {
        session.cork();
        session.send(Frame.object(update));
        session.send(Frame.object(reply));
        session.uncork();
    }

    /** The bytes of two frames in one. */
    @Benchmark
    public Frame joined() {
        return Frame.joined(List.of(Frame.object(update), Frame.object(reply)), false);
    }

    /** A broadcast, from the log to the last of a thousand pages. */
    @Benchmark
    public long fanOut() {
        NobodysWire last = everybody.lastWire();
        long before = last.bytes();
        everybody.log().append(Pages.note());
        while (last.bytes() == before) {
            Thread.onSpinWait();
        }
        return last.bytes();
    }

    /** Ends the threads of the broadcasts. */
    @TearDown
    public void close() {
        lane.close();
    }
}

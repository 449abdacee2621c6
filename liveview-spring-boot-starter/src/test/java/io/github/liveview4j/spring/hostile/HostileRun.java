package io.github.liveview4j.spring.hostile;

import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.spring.websocket.LiveViewWebSocketHandler;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.context.WebApplicationContext;

/** Says hostile frames of one seed to an application, one page after the other, and keeps what should not be. For one thread. */
final class HostileRun {

    static final long SLOW = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int FRAME_LIMIT = 64 * 1024;
    private static final int FRAMES_OF_A_PAGE = 200;
    private static final int REPEATS = 7;

    private final LiveViewWebSocketHandler handler;
    private final LiveViewSessionRegistry registry;
    private final ServletContext servletContext;
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicLong again = new AtomicLong();

    HostileRun(WebApplicationContext context) {
        handler = context.getBean(LiveViewWebSocketHandler.class);
        registry = context.getBean(LiveViewSessionRegistry.class);
        servletContext = Objects.requireNonNull(context.getServletContext());
    }

    void run(long seed, long count) {
        HostileFrames frames = new HostileFrames(seed);
        long said = 0;
        for (int page = 0; said < count && findings.size() < 20; page++) {
            said += onePage(frames, page % 4 == 3, Math.min(FRAMES_OF_A_PAGE, count - said));
        }
    }

    private long onePage(HostileFrames frames, boolean firstDialect, long most) {
        HostilePage page = new HostilePage(handler, servletContext, firstDialect);
        if (!firstDialect) {
            page.says(HostileValues.bytes(frames.sound()));
        }
        long said = 0;
        try {
            while (page.isOpen() && said < most) {
                byte[] frame = frames.next(firstDialect);
                said++;
                say(page, frame.length > FRAME_LIMIT ? Arrays.copyOf(frame, FRAME_LIMIT) : frame, firstDialect);
                String receipt = page.receipt();
                if (receipt != null) {
                    frames.signed(receipt);
                }
            }
        } finally {
            page.hangsUp();
        }
        return said;
    }

    private void say(HostilePage page, byte[] frame, boolean firstDialect) {
        long start = System.nanoTime();
        try {
            page.says(frame);
        } catch (Throwable e) {
            findings.add("Thrown: " + e + " for " + start(frame));
        }
        long time = System.nanoTime() - start;
        if (time > SLOW) {
            // A pause of the collector, or of the machine, is none of the frame's doing.
            again.incrementAndGet();
            time = median(frame, firstDialect);
        }
        slowest.accumulateAndGet(time, Math::max);
        if (time > SLOW) {
            findings.add(TimeUnit.NANOSECONDS.toMillis(time) + " ms for " + start(frame));
        }
        if (page.last().contains(HostileValues.SECRET) && page.last().contains("\"error\":{")) {
            findings.add("Typed text in an error: " + page.last());
        }
    }

    /**
     * Returns what it computes and waits for on a page of its own, where it is new: not that others had the processor, as on a
     * machine that runs other tests.
     */
    private long median(byte[] frame, boolean firstDialect) {
        long[] times = new long[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            HostilePage page = new HostilePage(handler, servletContext, firstDialect);
            page.says(HostileValues.bytes(
                    "{\"type\":\"hello\",\"page\":\"again-" + System.nanoTime() + "-0123456789\"}"));
            long before = ThreadTime.now();
            page.says(frame);
            times[i] = ThreadTime.now() - before;
            page.hangsUp();
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    static String start(byte[] frame) {
        return frame.length + " bytes: " + new String(frame, 0, Math.min(400, frame.length), StandardCharsets.UTF_8);
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    long slowestMicros() {
        return TimeUnit.NANOSECONDS.toMicros(slowest.get());
    }

    long saidAgain() {
        return again.get();
    }

    int open() {
        return registry.size() + registry.roomCount();
    }
}

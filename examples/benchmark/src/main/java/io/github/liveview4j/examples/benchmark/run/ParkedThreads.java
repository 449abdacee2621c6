package io.github.liveview4j.examples.benchmark.run;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Looks again and again how many threads of a server wait for a socket that takes nothing. Has a thread of its own. */
final class ParkedThreads implements AutoCloseable {

    private static final Pattern WAITS = Pattern.compile("State: (TIMED_WAITING|WAITING|BLOCKED)");
    private static final Pattern SENDS = Pattern.compile(
            "org\\.apache\\.tomcat\\.websocket\\.WsRemoteEndpoint|SocketWrapper(Base)?\\.(do)?[wW]rite");

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger most = new AtomicInteger();

    ParkedThreads(List<ServerProcess> nodes, double everySeconds) {
        long period = (long) (everySeconds * 1000);
        watch.scheduleAtFixedRate(
                () -> most.accumulateAndGet(
                        nodes.stream()
                                .mapToInt(node -> count(node.jcmd("Thread.print")))
                                .sum(),
                        Math::max),
                period,
                period,
                TimeUnit.MILLISECONDS);
    }

    /** Returns the most at any look. */
    int most() {
        return most.get();
    }

    /** Counts them in what a JVM prints of its threads. */
    static int count(String dump) {
        int count = 0;
        for (String thread : dump.split("\\R\\R")) {
            count += WAITS.matcher(thread).find() && SENDS.matcher(thread).find() ? 1 : 0;
        }
        return count;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}

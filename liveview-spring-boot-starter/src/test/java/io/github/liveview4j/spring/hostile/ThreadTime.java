package io.github.liveview4j.spring.hostile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * What the current thread has computed and waited for: the time that something holds a thread, without that in which others had
 * the processor.
 */
final class ThreadTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static {
        THREADS.setThreadContentionMonitoringEnabled(true);
    }

    private ThreadTime() {}

    /** Returns nanoseconds since some moment; what was waited for is counted in whole milliseconds. */
    static long now() {
        ThreadInfo info = THREADS.getThreadInfo(Thread.currentThread().getId());
        long waited = Math.max(0, info.getBlockedTime()) + Math.max(0, info.getWaitedTime());
        return THREADS.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(waited);
    }
}

package io.github.liveview4j.spring.hostile;

import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The hostile application on a real server, whose threads are watched: how long each works for what one socket has sent. */
final class HostileServer implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Workers workers = new Workers();
    private final ConfigurableApplicationContext application;

    /**
     * Takes the time that every task computes, which is what all frames that lay ready on one socket cost together. Not what it waits
     * for: on a machine that runs other tests that says more about these.
     */
    private static final class Workers extends ThreadPoolExecutor {

        private static final AtomicInteger ids = new AtomicInteger();

        private final ThreadLocal<Long> started = new ThreadLocal<>();
        private final AtomicLong longest = new AtomicLong();
        private final AtomicLong tasks = new AtomicLong();
        private final Queue<String> slow = new ConcurrentLinkedQueue<>();

        Workers() {
            super(4, 200, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "hostile-server-" + ids.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            started.set(THREADS.getCurrentThreadCpuTime());
        }

        @Override
        protected void afterExecute(Runnable task, @Nullable Throwable failure) {
            long time = THREADS.getCurrentThreadCpuTime() - started.get();
            tasks.incrementAndGet();
            longest.accumulateAndGet(time, Math::max);
            if (time > HostileRun.SLOW && slow.size() < 20) {
                slow.add(TimeUnit.NANOSECONDS.toMillis(time) + " ms in " + task);
            }
            if (failure != null) {
                slow.add("A task of the server ended with " + failure);
            }
        }
    }

    HostileServer(String... settings) {
        SpringApplication boot = new SpringApplication(HostileApplication.class);
        boot.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        "watchedWorkers",
                        TomcatProtocolHandlerCustomizer.class,
                        () -> protocol -> protocol.setExecutor(workers)));
        String[] all = Arrays.copyOf(settings, settings.length + 6);
        all[settings.length] = "--server.port=0";
        all[settings.length + 1] = "--liveview.page-retention=1ms";
        // Whoever attacks has loaded a page, and shows its token; here nobody asks for it. Nor is anybody stopped by
        // how often: each
        // frame is to be looked at.
        all[settings.length + 4] = "--liveview.limits.calls=0";
        all[settings.length + 5] = "--liveview.limits.frames=0";
        all[settings.length + 3] = "--liveview.page-token=optional";
        all[settings.length + 2] = "--logging.level.root=warn";
        application = boot.run(all);
    }

    int port() {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    LiveViewSessionRegistry sessions() {
        return application.getBean(LiveViewSessionRegistry.class);
    }

    /** What took the server's threads longer than it may, at most some. */
    List<String> slow() {
        return List.copyOf(workers.slow);
    }

    /** Forgets what was slow, as the first requests of a cold server are. */
    void isWarm() {
        workers.slow.clear();
        workers.longest.set(0);
    }

    long longestMicros() {
        return TimeUnit.NANOSECONDS.toMicros(workers.longest.get());
    }

    long tasks() {
        return workers.tasks.get();
    }

    int busy() {
        return workers.getActiveCount();
    }

    /** Whether it has no more threads than it keeps for whoever comes next. */
    boolean isAtRest() {
        return busy() == 0 && workers.getPoolSize() <= workers.getCorePoolSize();
    }

    @Override
    public void close() {
        application.close();
        workers.shutdownNow();
    }
}

package io.github.liveview4j.test;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of what a page does without being asked, such as to answer a push with a call. They end by themselves, and keep no
 * test run from ending.
 *
 * <p>For any thread.
 */
final class PageThreads {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static final Executor EXECUTOR =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "liveview-test-page-" + NUMBER.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    private PageThreads() {}
}

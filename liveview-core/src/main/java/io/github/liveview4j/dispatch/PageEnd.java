package io.github.liveview4j.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be done when a page has gone for good.
 *
 * <p>It is the application's code, so it runs on a thread of its own rather than on one that looks after pages. For any thread.
 */
final class PageEnd {

    private static final Logger log = LoggerFactory.getLogger(PageEnd.class);

    private final Executor executor;
    private @Nullable List<Runnable> actions;
    private boolean gone;

    /** Creates the end of one page, whose actions the executor runs. */
    PageEnd(Executor executor) {
        this.executor = executor;
    }

    /** Makes what runs the actions of all pages: one daemon thread, which is there while there is something to do. */
    static Executor thread() {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread made = new Thread(task, "liveview-page-end");
                    made.setDaemon(true);
                    return made;
                });
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    synchronized boolean isGone() {
        return gone;
    }

    /** Returns what takes the action back. */
    Runnable onGone(Runnable action) {
        synchronized (this) {
            if (!gone) {
                if (actions == null) {
                    actions = new ArrayList<>(2);
                }
                actions.add(action);
                return () -> takeBack(action);
            }
        }
        executor.execute(() -> run(action));
        return () -> {};
    }

    private synchronized void takeBack(Runnable action) {
        if (actions != null) {
            actions.remove(action);
            if (actions.isEmpty()) {
                actions = null;
            }
        }
    }

    void gone() {
        List<Runnable> due;
        synchronized (this) {
            gone = true;
            due = actions == null ? List.of() : actions;
            actions = null;
        }
        if (!due.isEmpty()) {
            executor.execute(() -> due.forEach(PageEnd::run));
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            log.error("What was to be done when a page has gone failed", e);
        }
    }
}

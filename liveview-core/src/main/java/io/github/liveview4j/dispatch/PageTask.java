package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work for a page, from its start to what is sent in the end.
 *
 * <p>Whoever cancels it may be sure afterwards that nothing more is sent of it. For any thread.
 */
final class PageTask {

    private final LiveViewConsumer page;
    private final Callable<List<LiveViewMessage>> work;
    private final @Nullable Function<Throwable, LiveViewMessage> otherwise;
    private final CallScope scope;
    private final ErrorResolution errors;
    private final FutureTask<@Nullable Void> future = new FutureTask<>(this::run, null);
    private final ReentrantLock sending = new ReentrantLock();
    private boolean cancelled;
    private Runnable ended = () -> {};
    private volatile Runnable stayedHere = () -> {};

    PageTask(
            LiveViewConsumer page,
            Callable<List<LiveViewMessage>> work,
            @Nullable Function<Throwable, LiveViewMessage> otherwise,
            CallScope scope,
            ErrorResolution errors) {
        this.page = page;
        this.work = work;
        this.otherwise = otherwise;
        this.scope = scope;
        this.errors = errors;
    }

    /** Says what is to be done when it has ended or has been cancelled; to be said before the start. */
    void whenEnded(Runnable action) {
        ended = action;
    }

    /**
     * Starts it.
     *
     * @param meanwhile what is sent before
     */
    void start(Executor executor, List<LiveViewMessage> meanwhile) {
        try {
            send(meanwhile);
            stayedHere = page.onGone(this::cancel);
            if (future.isCancelled()) {
                // By one that replaces it, before there was anything to take back.
                end();
                return;
            }
            executor.execute(future);
        } catch (Throwable e) {
            // The executor has refused it, or what was to be shown meanwhile cannot be: the caller's own call goes on.
            inScope(() -> failed(e));
            end();
        }
    }

    /** Interrupts it; nothing of it is sent from now on. */
    void cancel() {
        sending.lock();
        try {
            cancelled = true;
        } finally {
            sending.unlock();
        }
        future.cancel(true);
        end();
    }

    private void end() {
        ended.run();
        stayedHere.run();
    }

    private void run() {
        if (page.isGone()) {
            end();
            return;
        }
        try {
            inScope(() -> {
                try {
                    send(work.call());
                } catch (Throwable e) {
                    failed(e);
                }
            });
        } finally {
            end();
        }
    }

    private void inScope(Runnable step) {
        CallScope.Entered entered;
        try {
            entered = scope.enter(page, PageHandle.connectionOf(page));
        } catch (Throwable e) {
            failed(e);
            return;
        }
        try {
            step.run();
        } finally {
            entered.exit();
        }
    }

    private void send(List<LiveViewMessage> messages) {
        sending.lock();
        try {
            if (!cancelled && !page.isGone()) {
                page.send(messages.toArray(new LiveViewMessage[0]));
            }
        } finally {
            sending.unlock();
        }
    }

    private void failed(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        sending.lock();
        try {
            if (cancelled || page.isGone()) {
                return;
            }
            try {
                if (otherwise == null) {
                    PageHandle.tell(page, errors.resolve(failure, page, PageHandle.contentOf(page)));
                } else {
                    page.send(otherwise.apply(failure));
                }
            } catch (Throwable e) {
                // What tells of a failure may fail too.
                if (e != failure) {
                    e.addSuppressed(failure);
                }
                PageHandle.tell(page, errors.lastResort(e, page, PageHandle.contentOf(page)));
            }
        } finally {
            sending.unlock();
        }
    }
}

package io.github.liveview4j.spring.session;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a store that may be slow or away, for a limited time, and remembers the answer for a moment.
 *
 * <p>An answer holds for a second from when it was asked for; not while something may be done to the session, see {@link #begin}, and
 * not after {@link #forget}, also for those who wait for it. Several who ask for the same at the same time ask once.
 * A store that does not answer in time is asked by one caller a second until it does; the others fail at once, so that they do not
 * hold the threads of the server. No more than 20,000 answers are kept.
 *
 * <p>For any thread.
 */
final class RememberedAnswers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RememberedAnswers.class);

    static final Duration AGE = Duration.ofSeconds(1);
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST = 20_000;
    private static final int THREADS = 8;
    private static final int WAITING = 1_000;
    private static final int TRIES = 10;

    private record Answer(long asked, CompletableFuture<SessionStore.@Nullable Found> found) {

        boolean isOld(long now) {
            return now - asked >= AGE.toNanos();
        }
    }

    /** How many requests are under way; another object after each beginning and each end. */
    private static final class Busy {

        private final int count;

        Busy(int count) {
            this.count = count;
        }
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Busy> busy = new ConcurrentHashMap<>();
    private final AtomicBoolean isProbed = new AtomicBoolean();
    private final ThreadPoolExecutor threads;
    private final Duration patience;
    private volatile boolean isAway;
    private volatile long awaySince;

    RememberedAnswers() {
        this(PATIENCE);
    }

    RememberedAnswers(Duration patience) {
        this.patience = patience;
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), RememberedAnswers::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns the answer, from memory or from the store.
     *
     * @param question asks the store; what it throws comes out as a cause
     * @throws SessionStoreException if it cannot be had
     */
    SessionStore.@Nullable Found get(String key, Supplier<SessionStore.@Nullable Found> question) {
        for (int i = 0; i < TRIES; i++) {
            Busy underWay = busy.get(key);
            if (underWay != null) {
                SessionStore.Found found = wait(ask(question));
                if (busy.get(key) == underWay) {
                    return found;
                }
                // A request has ended meanwhile: this may have been true before it only.
                continue;
            }
            long now = System.nanoTime();
            Answer answer = answers.compute(
                    key,
                    (name, known) -> known != null && !known.isOld(now) && !known.found.isCompletedExceptionally()
                            ? known
                            : new Answer(now, ask(question)));
            bound(now);
            SessionStore.Found found = wait(answer.found);
            // Something has become known of the session meanwhile: this may have been true before it only.
            if (answers.get(key) == answer || answers.size() >= MOST) {
                return found;
            }
        }
        throw new SessionStoreException("The HTTP session was changed again and again while its store was asked", null);
    }

    private CompletableFuture<SessionStore.@Nullable Found> ask(Supplier<SessionStore.@Nullable Found> question) {
        CompletableFuture<SessionStore.@Nullable Found> found = new CompletableFuture<>();
        if (isAway && (System.nanoTime() - awaySince < AGE.toNanos() || !isProbed.compareAndSet(false, true))) {
            found.completeExceptionally(
                    new SessionStoreException("The store of the HTTP sessions does not answer", null));
            return found;
        }
        try {
            threads.execute(() -> {
                try {
                    found.complete(question.get());
                    isAway = false;
                } catch (Throwable e) {
                    found.completeExceptionally(e);
                } finally {
                    isProbed.set(false);
                }
            });
        } catch (RejectedExecutionException e) {
            isProbed.set(false);
            found.completeExceptionally(
                    new SessionStoreException("The store of the HTTP sessions is asked too much", null));
        }
        return found;
    }

    private SessionStore.@Nullable Found wait(CompletableFuture<SessionStore.@Nullable Found> found) {
        try {
            return found.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            awaySince = System.nanoTime();
            isAway = true;
            // So that those who come later ask anew, by themselves.
            SessionStoreException late = new SessionStoreException(
                    "The store of the HTTP sessions has not answered within " + patience.toMillis() + " ms", null);
            found.completeExceptionally(late);
            isProbed.set(false);
            throw late;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SessionStoreException known
                    ? known
                    : new SessionStoreException("The store of the HTTP sessions could not be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionStoreException("Interrupted while the store of the HTTP sessions was asked", e);
        }
    }

    private void bound(long now) {
        if (answers.size() > MOST) {
            answers.values().removeIf(answer -> answer.isOld(now));
            if (answers.size() > MOST) {
                answers.clear();
            }
        }
    }

    /** Does something that nobody waits for; it may be left undone. */
    void run(Runnable task) {
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    log.debug("An HTTP session could not be kept alive", e);
                }
            });
        } catch (RejectedExecutionException e) {
            log.debug("An HTTP session is not kept alive: its store is asked too much");
        }
    }

    void forget(String key) {
        answers.remove(key);
    }

    void begin(String key) {
        busy.compute(key, (name, known) -> new Busy(known == null ? 1 : known.count + 1));
        answers.remove(key);
    }

    void end(String key) {
        busy.computeIfPresent(key, (name, known) -> known.count == 1 ? null : new Busy(known.count - 1));
        answers.remove(key);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "liveview-session-check");
        thread.setDaemon(true);
        return thread;
    }
}

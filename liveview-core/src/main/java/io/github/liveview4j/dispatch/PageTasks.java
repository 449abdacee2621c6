package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewTasks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of pages on an executor, each in the scope of its page.
 *
 * <p>With {@code Runnable::run} as the executor, a test has the result when {@code start} returns; a consumer that is made by hand will do.
 * For any thread.
 */
public final class PageTasks implements LiveViewTasks {

    private record Key(LiveViewConsumer page, String name) {}

    private final Executor executor;
    private final CallScope scope;
    private final ErrorResolution errors;
    private final Map<Key, PageTask> named = new ConcurrentHashMap<>();

    /** Creates tasks that run with nothing of a page on their threads. */
    public PageTasks(Executor executor) {
        this(executor, CallScope.none(), List.of());
    }

    /**
     * Creates the tasks of an application.
     *
     * @param executor runs them
     * @param scope puts on their threads what a call has there
     * @param resolvers what is asked about failures, in order
     */
    public PageTasks(Executor executor, CallScope scope, List<LiveViewExceptionResolver> resolvers) {
        this.executor = executor;
        this.scope = scope;
        this.errors = new ErrorResolution(List.copyOf(resolvers));
    }

    @Override
    public Task on(LiveViewConsumer page) {
        return new Plan(page);
    }

    @Override
    public void stop(LiveViewConsumer page, String name) {
        PageTask task = named.remove(new Key(page, name));
        if (task != null) {
            task.cancel();
        }
    }

    /** Returns how many of those that have a name are under way. */
    int size() {
        return named.size();
    }

    private final class Plan implements Task {

        private final LiveViewConsumer page;
        private List<LiveViewMessage> meanwhile = List.of();
        private @Nullable Function<Throwable, LiveViewMessage> otherwise;
        private @Nullable String name;
        private boolean replaces;

        Plan(LiveViewConsumer page) {
            this.page = page;
        }

        @Override
        public Task meanwhile(LiveViewMessage... messages) {
            meanwhile = List.of(messages);
            return this;
        }

        @Override
        public Task otherwise(Function<Throwable, LiveViewMessage> failure) {
            otherwise = Objects.requireNonNull(failure, "failure");
            return this;
        }

        @Override
        public Task once(String unique) {
            name = Objects.requireNonNull(unique, "name");
            replaces = false;
            return this;
        }

        @Override
        public Task replacing(String unique) {
            name = Objects.requireNonNull(unique, "name");
            replaces = true;
            return this;
        }

        @Override
        public void start(Callable<? extends @Nullable LiveViewMessage> work) {
            startAll(() -> {
                LiveViewMessage message = work.call();
                return message == null ? List.of() : List.of(message);
            });
        }

        @Override
        public void startAll(Callable<List<LiveViewMessage>> work) {
            if (page.isGone()) {
                return;
            }
            Key key = name == null ? null : new Key(page, name);
            PageTask task = new PageTask(page, work, otherwise, scope, errors);
            if (key != null) {
                task.whenEnded(() -> named.remove(key, task));
                PageTask before = replaces ? named.put(key, task) : named.putIfAbsent(key, task);
                if (before != null && !replaces) {
                    return;
                }
                if (before != null) {
                    before.cancel();
                }
            }
            task.start(executor, meanwhile);
        }
    }
}

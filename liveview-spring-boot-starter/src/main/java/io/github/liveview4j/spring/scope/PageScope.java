package io.github.liveview4j.spring.scope;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.dispatch.PageHandle;
import io.github.liveview4j.spring.request.RequestScopes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.Scope;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The scope of a page: keeps its beans for as long as the page is there and they are used.
 *
 * <p>A page that never asks for a bean costs nothing here. Where beans are given up although their page is there, the page is told
 * to fetch itself, so that it does not go on showing what is no more. For any thread.
 */
public final class PageScope implements Scope {

    private static final Logger log = LoggerFactory.getLogger(PageScope.class);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(10);
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long BETWEEN_WARNINGS = TimeUnit.MINUTES.toNanos(1);

    /** The request attribute for the beans that the current call or render uses. */
    private static final String IN_USE = PageScope.class.getName();

    private final Map<PageHandle, PageBeans> pages = new ConcurrentHashMap<>();
    private final LongestUnused longestUnused = new LongestUnused(pages.values());
    private final Supplier<PageScopeLimits> limits;
    private final LongSupplier nanoTime;
    private volatile @Nullable ScheduledThreadPoolExecutor thread;
    private volatile boolean stopped;
    private long warnedAt;

    /**
     * Creates the scope.
     *
     * @param limits asked when the first bean is made, as a scope is registered before properties are bound
     */
    public PageScope(Supplier<PageScopeLimits> limits) {
        this(limits, System::nanoTime);
    }

    PageScope(Supplier<PageScopeLimits> limits, LongSupplier nanoTime) {
        this.limits = SingletonSupplier.of(limits);
        this.nanoTime = nanoTime;
        this.warnedAt = nanoTime.getAsLong() - BETWEEN_WARNINGS;
    }

    @Override
    public Object get(String name, ObjectFactory<?> objectFactory) {
        return beans().get(name, objectFactory);
    }

    @Override
    public @Nullable Object remove(String name) {
        return beans().remove(name);
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback) {
        beans().whenDestroyed(name, callback);
    }

    @Override
    public @Nullable String getConversationId() {
        LiveViewConsumer page = RequestScopes.page();
        return page == null ? null : page.id();
    }

    /**
     * Returns the page that the thread works for, to be kept.
     *
     * @throws IllegalStateException if there is none
     */
    public LiveViewConsumer consumer() {
        return beans().page().consumer();
    }

    private PageBeans beans() {
        LiveViewConsumer page = RequestScopes.page();
        if (page == null) {
            throw new IllegalStateException(
                    "Expected the use of a page-scoped bean during a call of a page, or while a "
                            + "template is rendered for one; got a thread that works for no page. A controller, a scheduler and "
                            + "a broadcast have none: put what they need into a service or the model, or send it from a handler");
        }
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(IN_USE, RequestAttributes.SCOPE_REQUEST) instanceof PageBeans inUse) {
            return inUse;
        }
        PageBeans entered = enter(PageHandle.of(page));
        request.setAttribute(IN_USE, entered, RequestAttributes.SCOPE_REQUEST);
        request.registerDestructionCallback(
                IN_USE, () -> entered.leave(nanoTime.getAsLong()), RequestAttributes.SCOPE_REQUEST);
        return entered;
    }

    private PageBeans enter(PageHandle page) {
        executor();
        while (true) {
            if (page.consumer().isGone()) {
                throw new IllegalStateException(
                        "Expected a page that is there, got one that has gone for good: its beans "
                                + "have been destroyed. Ask consumer.isGone() where work may take longer than "
                                + "liveview.page-retention");
            }
            boolean[] isNew = {false};
            PageBeans beans = pages.computeIfAbsent(page, key -> {
                isNew[0] = true;
                return new PageBeans(key, nanoTime.getAsLong());
            });
            if (beans.enter(nanoTime.getAsLong())) {
                if (isNew[0]) {
                    added(beans);
                }
                return beans;
            }
            pages.remove(page, beans);
        }
    }

    private void added(PageBeans beans) {
        beans.whenDestroyed(IN_USE, beans.page().consumer().onGone(() -> end(beans)));
        int most = limits.get().maxPages();
        if (pages.size() <= most) {
            return;
        }
        warn();
        if (!longestUnused.first(1 + most / 100, this::giveUp)) {
            beans.leave(nanoTime.getAsLong());
            end(beans);
            throw new LiveViewException(
                    "Expected at most " + most + " pages with page-scoped beans, got one more while "
                            + "all of them are in use. liveview.scope.max-pages allows for more");
        }
    }

    private void end(PageBeans beans) {
        pages.remove(beans.page(), beans);
        beans.end();
    }

    private boolean giveUp(PageBeans beans) {
        if (!beans.giveUp()) {
            return false;
        }
        pages.remove(beans.page(), beans);
        ScheduledThreadPoolExecutor running = thread;
        if (running == null) {
            beans.destroy();
        } else {
            // It is the application's code, and the thread may be that of another page's call.
            running.execute(beans::destroy);
        }
        return true;
    }

    private void giveUpIdle() {
        try {
            long idle = limits.get().idleTime().toNanos();
            for (PageBeans beans : pages.values()) {
                if (nanoTime.getAsLong() - beans.usedAt() >= idle && giveUp(beans)) {
                    log.debug("The beans of {} were not used for long and have been given up", beans.page());
                }
            }
        } catch (Throwable e) {
            // Also an Error. Thrown on, it would silently cancel every further look.
            log.warn("Page-scoped beans could not be looked after", e);
        }
    }

    private ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor running = thread;
        return running == null ? start() : running;
    }

    private synchronized ScheduledThreadPoolExecutor start() {
        if (stopped) {
            throw new IllegalStateException("Expected an application that runs, got one that stops: there are no "
                    + "page-scoped beans any more");
        }
        ScheduledThreadPoolExecutor running = thread;
        if (running == null) {
            long pause = Math.min(Math.max(limits.get().idleTime().toNanos() / 10, SHORTEST_PAUSE), LONGEST_PAUSE);
            running = new ScheduledThreadPoolExecutor(1, task -> {
                Thread made = new Thread(task, "liveview-page-scope");
                made.setDaemon(true);
                return made;
            });
            ScheduledFuture<?> unused =
                    running.scheduleWithFixedDelay(this::giveUpIdle, pause, pause, TimeUnit.NANOSECONDS);
            thread = running;
        }
        return running;
    }

    /** Allows for beans again after {@link #stop()}. */
    synchronized void restart() {
        stopped = false;
    }

    /** Destroys all beans, in use or not, and allows for no more. */
    void stop() {
        ScheduledThreadPoolExecutor running;
        synchronized (this) {
            stopped = true;
            running = thread;
            thread = null;
        }
        if (running == null) {
            return;
        }
        running.shutdown();
        for (PageBeans beans : pages.values()) {
            pages.remove(beans.page(), beans);
            beans.giveUp();
            beans.destroy();
        }
        try {
            if (!running.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("The beans of pages that were given up have not been destroyed within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void warn() {
        long now = nanoTime.getAsLong();
        if (now - warnedAt >= BETWEEN_WARNINGS) {
            warnedAt = now;
            log.warn(
                    "More than {} pages have page-scoped beans (liveview.scope.max-pages): those of the pages that have "
                            + "not used theirs for longest are given up, and these pages fetch themselves",
                    limits.get().maxPages());
        }
    }

    /** Returns how many pages have beans. */
    int size() {
        return pages.size();
    }
}

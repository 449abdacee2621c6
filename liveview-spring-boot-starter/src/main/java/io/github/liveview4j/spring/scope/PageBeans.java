package io.github.liveview4j.spring.scope;

import io.github.liveview4j.dispatch.PageHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectFactory;

/**
 * The beans of one page, from the first to the destruction of all.
 *
 * <p>Whoever uses them says so before and after, and meanwhile they stay: what is to be destroyed is destroyed after the last
 * use. For any thread.
 */
final class PageBeans {

    private static final Logger log = LoggerFactory.getLogger(PageBeans.class);

    private record Destruction(String name, Runnable callback) {}

    private final PageHandle page;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Object> beans = new HashMap<>(4);
    private final Deque<Destruction> destructions = new ArrayDeque<>(4);
    private int users;
    private boolean ending;
    private volatile long usedAt;

    PageBeans(PageHandle page, long now) {
        this.page = page;
        this.usedAt = now;
    }

    PageHandle page() {
        return page;
    }

    /** Returns when they were last used, on the clock of whoever says so. */
    long usedAt() {
        return usedAt;
    }

    /** Begins a use; returns false where there is nothing to use any more. */
    boolean enter(long now) {
        lock.lock();
        try {
            if (ending) {
                return false;
            }
            users++;
            usedAt = now;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a use. */
    void leave(long now) {
        boolean last;
        lock.lock();
        try {
            users--;
            usedAt = now;
            last = ending && users == 0;
        } finally {
            lock.unlock();
        }
        if (last) {
            destroy();
        }
    }

    /** Returns the bean of a name, which is made once, whoever else asks meanwhile. */
    Object get(String name, ObjectFactory<?> factory) {
        lock.lock();
        try {
            Object bean = beans.get(name);
            if (bean == null) {
                bean = factory.getObject();
                beans.put(name, bean);
            }
            return bean;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Object remove(String name) {
        lock.lock();
        try {
            destructions.removeIf(each -> each.name().equals(name));
            return beans.remove(name);
        } finally {
            lock.unlock();
        }
    }

    void whenDestroyed(String name, Runnable callback) {
        lock.lock();
        try {
            destructions.push(new Destruction(name, callback));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives the beans up, unless they are in use.
     *
     * <p>The page is told to fetch itself before it can get new ones: what those show comes after.
     *
     * @return whether they are to be destroyed now
     */
    boolean giveUp() {
        lock.lock();
        try {
            if (ending || users > 0) {
                return false;
            }
            ending = true;
            page.fetchItself();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Destroys the beans, now or at the end of the last use. */
    void end() {
        lock.lock();
        try {
            if (ending) {
                return;
            }
            ending = true;
            if (users > 0) {
                return;
            }
        } finally {
            lock.unlock();
        }
        destroy();
    }

    /** Calls what is to be called, the last first, without the lock: it is the application's code. */
    void destroy() {
        Destruction next = nextDestruction();
        while (next != null) {
            try {
                next.callback().run();
            } catch (Throwable e) {
                log.error("The bean '{}' of a page could not be destroyed", next.name(), e);
            }
            next = nextDestruction();
        }
    }

    private @Nullable Destruction nextDestruction() {
        lock.lock();
        try {
            Destruction next = destructions.poll();
            if (next == null) {
                beans.clear();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}

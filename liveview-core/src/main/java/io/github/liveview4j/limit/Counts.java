package io.github.liveview4j.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How much of something each has now, by name; of those who have none, no more than some hundred are remembered.
 *
 * <p>For any thread, and without a lock for a name that is known: all pages of an address take from the same one in every call.
 */
public final class Counts {

    /** Past so many, those that have none are let go before another is added. */
    private static final int FEW = 256;

    /** In place of a number: has been let go, and is not to be counted in any more. */
    private static final int GONE = -1;

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final int most;
    private volatile int enough = FEW;

    /**
     * Makes counts that are all 0.
     *
     * @param most how much each may have, or 0 for no limit
     */
    public Counts(int most) {
        this.most = most;
    }

    /** Returns whether one more would be too many. */
    public boolean isFull(@Nullable String name) {
        AtomicInteger count = name == null || most == 0 ? null : counts.get(name);
        return count != null && count.get() >= most;
    }

    /**
     * Takes one more.
     *
     * @param name who, or {@code null} for somebody who is not counted
     * @return whether there was room for it; only then it is to be given back
     */
    public boolean take(@Nullable String name) {
        if (name == null || most == 0) {
            return true;
        }
        while (true) {
            AtomicInteger count = counts.get(name);
            if (count == null) {
                count = added(name);
            }
            int known = count.get();
            if (known == GONE) {
                counts.remove(name, count);
            } else if (known >= most) {
                return false;
            } else if (count.compareAndSet(known, known + 1)) {
                return true;
            }
        }
    }

    private AtomicInteger added(String name) {
        if (counts.size() >= enough) {
            forget();
            // Not at every name where that many have something.
            enough = Math.max(FEW, 2 * counts.size());
        }
        return counts.computeIfAbsent(name, key -> new AtomicInteger());
    }

    /** Gives one back that was taken. */
    public void giveBack(@Nullable String name) {
        AtomicInteger count = name == null ? null : counts.get(name);
        if (count != null) {
            int unused = count.getAndUpdate(known -> known > 0 ? known - 1 : known);
        }
    }

    /** Lets go of those who have none. */
    public void forget() {
        counts.values().removeIf(count -> count.compareAndSet(0, GONE) || count.get() == GONE);
    }

    /** Returns how many have something. */
    public int size() {
        return (int) counts.values().stream().filter(count -> count.get() > 0).count();
    }
}

package io.github.liveview4j.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of something each has now, by name; who has none takes no memory. For any thread.
 */
public final class Counts {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

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
        return name != null && most > 0 && counts.getOrDefault(name, 0) >= most;
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
        boolean[] taken = {false};
        counts.compute(name, (key, known) -> {
            int count = known == null ? 0 : known;
            taken[0] = count < most;
            return taken[0] ? Integer.valueOf(count + 1) : known;
        });
        return taken[0];
    }

    /** Gives one back that was taken. */
    public void giveBack(@Nullable String name) {
        if (name != null) {
            counts.computeIfPresent(name, (key, count) -> count == 1 ? null : Integer.valueOf(count - 1));
        }
    }

    /** Returns how many have something. */
    public int size() {
        return counts.size();
    }
}

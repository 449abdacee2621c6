package io.github.liveview4j.limit;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The meters of many, by name.
 *
 * <p>A meter that has its whole burst left says nothing and is let go. Past {@value #MOST}, one goes as well that was not asked for
 * since it was last looked at (the second chance of the CLOCK algorithm): whoever has so many names to show has the bursts of all of
 * them in any case. For any thread; a name that is known is found without a lock, as every call of every page asks.
 */
public final class Meters {

    /** How many are kept at most. */
    public static final int MOST = 10_000;

    private static final int AT_ONCE = 8;

    private static final class Entry {

        private final String name;
        private final Meter meter;
        private volatile boolean asked;

        Entry(String name, Meter meter) {
            this.name = name;
            this.meter = meter;
        }
    }

    private final Rate rate;
    private final Map<String, Entry> meters = new ConcurrentHashMap<>();
    /** The same, in the order in which they are to be looked at; changed together with the map, under the lock. */
    private final Queue<Entry> turns = new ArrayDeque<>();

    /** Makes the meters of a rate. */
    public Meters(Rate rate) {
        this.rate = rate;
    }

    /**
     * Returns the meter of a name.
     *
     * @param now the time, as {@link System#nanoTime()} has it
     */
    public Meter of(String name, long now) {
        Entry known = meters.get(name);
        if (known == null) {
            return added(name, now);
        }
        if (!known.asked) {
            known.asked = true;
        }
        return known.meter;
    }

    private synchronized Meter added(String name, long now) {
        Entry known = meters.get(name);
        if (known != null) {
            return known.meter;
        }
        for (int i = 0; i < AT_ONCE && !turns.isEmpty() && turns.element().meter.isWhole(now); i++) {
            meters.remove(turns.remove().name);
        }
        while (turns.size() >= MOST) {
            Entry next = turns.remove();
            if (next.asked) {
                next.asked = false;
                turns.add(next);
            } else {
                meters.remove(next.name);
            }
        }
        Entry fresh = new Entry(name, new Meter(rate, now));
        meters.put(name, fresh);
        turns.add(fresh);
        return fresh.meter;
    }

    /** Lets go of those that say nothing. */
    public synchronized void forget(long now) {
        turns.removeIf(entry -> {
            boolean isNeedless = entry.meter.isWhole(now);
            if (isNeedless) {
                meters.remove(entry.name);
            }
            return isNeedless;
        });
    }

    /** Returns how many are kept. */
    public int size() {
        return meters.size();
    }
}

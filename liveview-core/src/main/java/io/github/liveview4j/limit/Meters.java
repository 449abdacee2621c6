package io.github.liveview4j.limit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The meters of many, by name.
 *
 * <p>A meter that has its whole burst left says nothing and is let go. Past {@value #MOST}, the one that was asked for longest ago
 * goes as well: whoever has so many names to show has the bursts of all of them in any case.
 *
 * <p>For any thread, but all of them wait for each other here: who asks often keeps the meter, and asks again when it is
 * {@linkplain Meter#isLetGo() let go of} or a second old.
 */
public final class Meters {

    /** How many are kept at most. */
    public static final int MOST = 10_000;

    private static final int AT_ONCE = 8;

    private final Rate rate;
    private final LinkedHashMap<String, Meter> meters = new LinkedHashMap<>(16, 0.75f, true);

    /** Makes the meters of a rate. */
    public Meters(Rate rate) {
        this.rate = rate;
    }

    /**
     * Returns the meter of a name.
     *
     * @param now the time, as {@link System#nanoTime()} has it
     */
    public synchronized Meter of(String name, long now) {
        Meter known = meters.get(name);
        if (known == null) {
            forget(now, AT_ONCE);
            if (meters.size() >= MOST) {
                Iterator<Meter> oldest = meters.values().iterator();
                oldest.next().letGo();
                oldest.remove();
            }
            known = new Meter(rate, now);
            meters.put(name, known);
        }
        return known;
    }

    /** Lets go of those that say nothing, of the ones asked for longest ago on. */
    public synchronized void forget(long now) {
        forget(now, Integer.MAX_VALUE);
    }

    private void forget(long now, int most) {
        Iterator<Map.Entry<String, Meter>> oldest = meters.entrySet().iterator();
        for (int i = 0; i < most && oldest.hasNext(); i++) {
            Meter meter = oldest.next().getValue();
            if (!meter.isWhole(now)) {
                return;
            }
            meter.letGo();
            oldest.remove();
        }
    }

    /** Returns how many are kept. */
    public synchronized int size() {
        return meters.size();
    }
}

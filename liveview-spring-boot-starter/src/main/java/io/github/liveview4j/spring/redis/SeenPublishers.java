package io.github.liveview4j.spring.redis;

import java.util.Iterator;
import java.util.LinkedHashMap;

/**
 * The last number seen of every publisher: one that is not greater comes a second time.
 *
 * <p>Past 10,000, those are forgotten of whom nothing may be said any more, as they were last heard of too long ago, and then those not
 * heard of for longest. That bounds the memory and not the nodes: each start of a node is another publisher. Whoever has kept what was
 * published by ten thousand starts can so not push out those of now by saying it all again. For one thread.
 */
final class SeenPublishers {

    static final int MOST = 10_000;

    private record Last(long number, long time) {}

    private final Freshness freshness;
    private final LinkedHashMap<String, Last> last = new LinkedHashMap<>(16, 0.75f, true);

    SeenPublishers(Freshness freshness) {
        this.freshness = freshness;
    }

    boolean isNew(Envelope envelope) {
        Last known = last.get(envelope.publisher());
        return known == null || envelope.number() > known.number();
    }

    void add(Envelope envelope) {
        last.put(envelope.publisher(), new Last(envelope.number(), envelope.time()));
        if (last.size() > MOST) {
            long earliest = freshness.earliest();
            if (!last.values().removeIf(each -> each.time() < earliest)) {
                Iterator<Last> oldest = last.values().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    int size() {
        return last.size();
    }
}

package io.github.liveview4j.spring.redis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last number seen of every publisher: one that is not greater comes a second time.
 *
 * <p>Those not heard of for longest are forgotten past 10,000, which bounds the memory and not the nodes: each start of a
 * node is another publisher. For one thread.
 */
final class SeenPublishers {

    static final int MOST = 10_000;

    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    boolean isNew(Envelope envelope) {
        return envelope.number() > last.getOrDefault(envelope.publisher(), 0L);
    }

    void add(Envelope envelope) {
        last.put(envelope.publisher(), envelope.number());
    }
}

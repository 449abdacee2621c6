package io.github.liveview4j.spring.scope;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose beans go first: of pages without a connection those that were not used for longest, then of those that have one.
 *
 * <p>It looks at all pages, and then goes on with what it saw for a while: a crowd of new pages must not make every one of them
 * look at all others. For any thread.
 */
final class LongestUnused {

    private record Seen(PageBeans beans, boolean connected, long usedAt) implements Comparable<Seen> {

        Seen(PageBeans beans) {
            this(beans, beans.page().isConnected(), beans.usedAt());
        }

        boolean isStillSo() {
            return beans.usedAt() == usedAt && (connected || !beans.page().isConnected());
        }

        @Override
        public int compareTo(Seen other) {
            int first = Boolean.compare(connected, other.connected);
            return first == 0 ? Long.signum(usedAt - other.usedAt) : first;
        }
    }

    private final Collection<PageBeans> all;
    private final Deque<Seen> next = new ArrayDeque<>();

    /** Creates it for pages that come and go. */
    LongestUnused(Collection<PageBeans> all) {
        this.all = all;
    }

    /**
     * Finds the first that can be given up.
     *
     * @param known for how many it goes on with what it has seen
     * @param giveUp gives one up, or says that this cannot be
     * @return whether one was
     */
    boolean first(int known, Predicate<PageBeans> giveUp) {
        for (Seen seen = poll(); seen != null; seen = poll()) {
            if (seen.isStillSo() && giveUp.test(seen.beans)) {
                return true;
            }
        }
        Deque<Seen> sorted =
                new ArrayDeque<>(all.stream().map(Seen::new).sorted().toList());
        for (Seen seen = sorted.poll(); seen != null; seen = sorted.poll()) {
            if (giveUp.test(seen.beans)) {
                keep(sorted, known - 1);
                return true;
            }
        }
        return false;
    }

    private @Nullable Seen poll() {
        synchronized (next) {
            return next.poll();
        }
    }

    private void keep(Deque<Seen> sorted, int known) {
        synchronized (next) {
            next.clear();
            sorted.stream().limit(known).forEach(next::add);
        }
    }
}

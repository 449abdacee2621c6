package io.github.liveview4j.examples.reliability.history;

import io.github.liveview4j.examples.reliability.history.Delivery.Applied;
import io.github.liveview4j.examples.reliability.history.Delivery.Fetched;
import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Four ways to fan out that look right and are not, each a set-up that is found in the wild. Their pages take what they get, as
 * the textbook's do. The checker has to flag every one.
 */
final class BrokenTransports {

    private static final String ROOM = "r";

    private BrokenTransports() {}

    /**
     * Spring's Redis listener container as it comes: every message is a task of its own in a pool, and now and then one of its
     * threads is held up until the next message is through.
     */
    static History threadPool(int messages, int pages) throws InterruptedException {
        History history = new History();
        List<PageHistory> open = open(history, pages);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CountDownLatch held = null;
        for (int seq = 1; seq <= messages; seq++) {
            int place = seq;
            history.add(Publication.of(ROOM, seq, Outcome.SEQUENCED));
            CountDownLatch overtaken = held;
            CountDownLatch next = seq % 10 == 0 && seq < messages ? new CountDownLatch(1) : null;
            held = next;
            pool.execute(() -> {
                if (next != null) {
                    awaitQuietly(next);
                }
                open.forEach(page -> page.add(update(place, place)));
                if (overtaken != null) {
                    overtaken.countDown();
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        open.forEach(PageHistory::settle);
        return history;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A driver that sends a command again when its connection was lost before the answer came. */
    static History resendWithoutDedupe(int messages, int pages) {
        History history = new History();
        List<PageHistory> open = open(history, pages);
        int place = 0;
        for (int id = 1; id <= messages; id++) {
            history.add(Publication.of(ROOM, id, Outcome.SEQUENCED));
            int attempts = id % 10 == 0 ? 2 : 1;
            for (int attempt = 0; attempt < attempts; attempt++) {
                Applied update = update(++place, id);
                open.forEach(page -> page.add(update));
            }
        }
        open.forEach(PageHistory::settle);
        return history;
    }

    /** A page that returns reads the history first and subscribes after it: what is sent between the two is in neither. */
    static History historyBeforeSubscribing(int messages, int pages) {
        History history = new History();
        List<PageHistory> open = open(history, pages);
        PageHistory returning = history.page("returning").add(fetched());
        for (int seq = 1; seq <= messages; seq++) {
            Applied update = update(seq, seq);
            history.add(Publication.of(ROOM, seq, Outcome.SEQUENCED));
            open.forEach(page -> page.add(update));
            boolean inHistory = seq <= messages / 2;
            boolean subscribed = seq > messages / 2 + 1;
            if (inHistory || subscribed) {
                returning.add(update);
            }
        }
        open.forEach(PageHistory::settle);
        returning.settle();
        return history;
    }

    /** Plain publish and subscribe, and a subscriber whose connection is away for the last of the messages. */
    static History pubSubWithCut(int messages, int pages) {
        History history = new History();
        List<PageHistory> open = open(history, pages);
        PageHistory cut = history.page("cut").add(fetched());
        for (int seq = 1; seq <= messages; seq++) {
            Applied update = update(seq, seq);
            history.add(Publication.of(ROOM, seq, Outcome.SEQUENCED));
            open.forEach(page -> page.add(update));
            if (seq < messages - 2) {
                cut.add(update);
            }
        }
        open.forEach(PageHistory::settle);
        cut.settle();
        return history;
    }

    private static List<PageHistory> open(History history, int pages) {
        List<PageHistory> open = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            open.add(history.page("page-" + page).add(fetched()));
        }
        return open;
    }

    private static Fetched fetched() {
        return new Fetched(new Position("e", 0), Map.of(ROOM, new IdSet()));
    }

    private static Applied update(long seq, long id) {
        return new Applied(ROOM, new Position("e", seq), seq, List.of(id), 0);
    }
}

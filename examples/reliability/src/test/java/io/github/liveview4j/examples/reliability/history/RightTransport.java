package io.github.liveview4j.examples.reliability.history;

import io.github.liveview4j.examples.reliability.client.ClientRules;
import io.github.liveview4j.examples.reliability.client.ClientRules.Decision;
import io.github.liveview4j.examples.reliability.client.RoomUpdate;
import io.github.liveview4j.examples.reliability.history.Delivery.Applied;
import io.github.liveview4j.examples.reliability.history.Delivery.Fetched;
import io.github.liveview4j.examples.reliability.history.Delivery.Moved;
import io.github.liveview4j.examples.reliability.history.Delivery.Resynced;
import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a right server does, in one thread: one order, a history that remembers a little, pages that are cut at random and come
 * back with their position. Now and then a connection loses one update in the middle, and sometimes the history is lost.
 */
final class RightTransport implements Transport {

    private static final int REMEMBERED = 8;

    private final History history = new History();
    private final List<RoomUpdate> log = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final IdSet model = new IdSet();
    private final String[] rooms = {"a", "b"};
    private final Random random;
    private String epoch = "e0";

    RightTransport(long seed) {
        random = new Random(seed);
    }

    private final class Page {

        private final PageHistory shown;
        private final ClientRules rules;
        private boolean connected = true;

        Page(int number) {
            shown = history.page("page-" + number).add(fetched());
            rules = new ClientRules(position());
        }

        void hello() {
            rules.saidHello();
            Position from = rules.position();
            long oldest = Math.max(1, log.size() - REMEMBERED + 1);
            if (from == null || !from.isOf(epoch) || from.seq() + 1 < oldest) {
                rules.welcomed(position());
                rules.resync(position());
                shown.add(new Resynced(position())).add(fetched());
                rules.fetched(position());
                return;
            }
            log.subList((int) from.seq(), log.size()).forEach(update -> take(update, true));
            rules.welcomed(position());
            shown.add(new Moved(position()));
        }

        void take(RoomUpdate update, boolean withWelcome) {
            Decision decision = rules.judge(update, withWelcome);
            if (decision == Decision.ASK) {
                hello();
            } else if (decision == Decision.DROP) {
                shown.dropped();
            } else if (decision == Decision.APPLY) {
                rules.applied(update);
                // The ids of this model are places, offset by what earlier histories held.
                shown.add(new Applied(
                        update.room(),
                        update.position(),
                        update.first(),
                        List.of(idOf(update.position().seq())),
                        0));
            }
        }
    }

    private int offset;

    @Override
    public History run(int messages, int pageCount) {
        for (int page = 0; page < pageCount; page++) {
            pages.add(new Page(page));
        }
        for (int message = 0; message < messages; message++) {
            if (random.nextInt(100) == 0) {
                offset += log.size();
                log.clear();
                epoch = "e" + offset;
            }
            publish(rooms[random.nextInt(rooms.length)]);
        }
        pages.forEach(Page::hello);
        pages.forEach(page -> page.shown.settle());
        return history;
    }

    private void publish(String room) {
        long seq = log.size() + 1;
        long first = 1
                + log.stream()
                        .filter(update -> update.room().equals(room))
                        .mapToLong(update -> update.position().seq())
                        .max()
                        .orElse(0);
        RoomUpdate update = new RoomUpdate(room, first, new Position(epoch, seq));
        model.add(idOf(seq));
        log.add(update);
        history.add(Publication.of(room, idOf(seq), Outcome.SEQUENCED));
        for (Page page : pages) {
            if (random.nextInt(10) == 0) {
                page.connected = !page.connected;
                if (page.connected) {
                    page.hello();
                }
            } else if (page.connected) {
                page.take(update, false);
                if (random.nextInt(10) == 0) {
                    page.take(update, false);
                }
            }
        }
    }

    private long idOf(long seq) {
        return offset + seq;
    }

    private Position position() {
        return new Position(epoch, log.size());
    }

    private Fetched fetched() {
        return new Fetched(position(), Map.of(rooms[0], model.copy(), rooms[1], model.copy()));
    }
}

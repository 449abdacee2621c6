package io.github.liveview4j.examples.reliability.history;

import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import io.github.liveview4j.examples.reliability.history.Violation.Kind;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One room of one page: what it shows, and up to where it is known to be whole. For one thread. */
final class RoomWalk {

    private final String page;
    private final String room;
    private final RoomOrder order;
    private final Map<Long, Publication> publications;
    private final Consumer<Violation> violations;

    /** What the page came with when it was last fetched. */
    private IdSet fetched = new IdSet();

    /** What took effect since. */
    private IdSet applied = new IdSet();

    /** The room as it was when the server let the page join; what was before is not owed. */
    private boolean isWhole;

    private @Nullable Position seen;

    RoomWalk(
            String page,
            String room,
            RoomOrder order,
            Map<Long, Publication> publications,
            Consumer<Violation> violations) {
        this.page = page;
        this.room = room;
        this.order = order;
        this.publications = publications;
        this.violations = violations;
    }

    void fetched(@Nullable Position position, IdSet shown) {
        fetched = shown;
        applied = new IdSet();
        isWhole = true;
        if (position != null) {
            seen = position;
            claim(position.epoch(), 0, position.seq(), "its own page lacks it");
        }
    }

    void joined(Position position) {
        seen = position;
    }

    /** The page was told of a gap: what is missing up to here it need not have. */
    void excuse(Position position) {
        seen = position;
    }

    /** Returns how many of the messages the page had come with already. */
    long applied(Delivery.Applied update) {
        Position position = update.position();
        if (seen != null && seen.isOf(position.epoch()) && position.seq() <= seen.seq()) {
            for (long id : update.ids()) {
                report(applied.add(id) ? Kind.REORDERED : Kind.DOUBLED, id, position, "the page was at " + seen);
            }
            return 0;
        }
        long overlaps =
                update.ids().stream().filter(id -> tookEffect(id, position)).count();
        if (seen != null) {
            claim(position.epoch(), seen.isOf(position.epoch()) ? seen.seq() : 0, position.seq(), "passed over");
        }
        seen = position;
        return overlaps;
    }

    /** Returns whether the page had come with the message already. */
    private boolean tookEffect(long id, Position position) {
        Publication publication = publications.get(id);
        if (publication != null && publication.outcome() == Outcome.FAILED) {
            report(Kind.FAILED_DELIVERED, id, position, "its publisher was told that it failed");
        }
        if (isExcused(id)) {
            report(Kind.DOUBLED, id, position, "the page was to be left out");
        }
        if (!applied.add(id)) {
            report(Kind.DOUBLED, id, position, "in effect already");
        }
        return fetched.contains(id);
    }

    void moved(Position position) {
        if (seen != null && seen.isOf(position.epoch())) {
            claim(position.epoch(), seen.seq(), position.seq(), "the page was told that it has all up to " + position);
        }
        seen = seen == null ? position : seen.isOf(position.epoch()) ? seen.max(position) : position;
    }

    void end(@Nullable String epoch) {
        if (epoch != null && seen != null) {
            claim(epoch, seen.seq(), Long.MAX_VALUE, "never came, others got it");
        }
        if (isWhole) {
            publications.values().stream()
                    .filter(each -> each.outcome() == Outcome.SEQUENCED && !isExcused(each.id()))
                    .filter(each -> !shows(each.id()))
                    .forEach(each -> report(Kind.LOST, each.id(), null, "not shown at the end"));
        }
    }

    /** Everything that has a place in this range has to be shown. */
    private void claim(String epoch, long after, long upTo, String text) {
        order.between(epoch, after, upTo).forEach((seq, id) -> {
            if (!shows(id) && !isExcused(id)) {
                report(Kind.LOST, id, new Position(epoch, seq), text);
            }
        });
    }

    private boolean shows(long id) {
        return fetched.contains(id) || applied.contains(id);
    }

    private boolean isExcused(long id) {
        Publication publication = publications.get(id);
        return publication != null && page.equals(publication.except());
    }

    private void report(Kind kind, long id, @Nullable Position position, String text) {
        violations.accept(new Violation(kind, page, room, id, position, text));
    }
}

package io.github.liveview4j.examples.reliability.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.reliability.history.Delivery.Applied;
import io.github.liveview4j.examples.reliability.history.Delivery.Fetched;
import io.github.liveview4j.examples.reliability.history.Delivery.Joined;
import io.github.liveview4j.examples.reliability.history.Delivery.Moved;
import io.github.liveview4j.examples.reliability.history.Delivery.Resynced;
import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import io.github.liveview4j.examples.reliability.history.Violation.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One room, of which one page has seen messages 1 to 3 at the places 1, 4 and 9; what do the checker and another page say? */
class HistoryCheckerTests {

    private final History history = new History();
    private PageHistory other = history.page("other");

    @BeforeEach
    void witness() {
        for (int id = 1; id <= 3; id++) {
            history.add(Publication.of("r", id, Outcome.SEQUENCED));
        }
        history.page("witness")
                .add(fetched("e:0"))
                .add(applied("e:1", 1))
                .add(applied("e:4", 2))
                .add(applied("e:9", 3))
                .settle();
        other = history.page("page");
    }

    @Nested
    class Good {

        @Test
        void pageThatSawEverything() {
            other.add(fetched("e:0"))
                    .add(applied("e:1", 1))
                    .add(applied("e:4", 2))
                    .add(applied("e:9", 3));

            assertThat(verdict(other.settle()).toString()).startsWith("clean, 6 deliveries");
        }

        @Test
        void pageThatCameWithTheFirst() {
            other.add(fetched("e:1", 1)).add(applied("e:4", 2)).add(applied("e:9", 3));

            assertThat(verdict(other.settle()).isClean()).isTrue();
        }

        @Test
        void pageThatCameWithMoreThanItsPositionSays() {
            other.add(fetched("e:1", 1, 2)).add(applied("e:4", 2)).add(applied("e:9", 3));

            Verdict verdict = verdict(other.settle());
            assertThat(verdict.isClean()).isTrue();
            assertThat(verdict.overlaps()).isEqualTo(1);
        }

        @Test
        void pageThatLeftEarly() {
            other.add(fetched("e:0")).add(applied("e:1", 1)).add(at("e:3"));

            assertThat(verdict(other).isClean()).isTrue();
        }

        @Test
        void holeThatWasTold() {
            other.add(fetched("e:0")).add(applied("e:1", 1));
            other.add(new Resynced(place("e:5"))).add(fetched("e:7", 1, 2)).add(applied("e:9", 3));

            Verdict verdict = verdict(other.settle());
            assertThat(verdict.isClean()).isTrue();
            assertThat(verdict.resyncs()).isEqualTo(1);
        }

        @Test
        void historyThatBeganAnewAndWasTold() {
            other.add(fetched("e:0")).add(applied("e:1", 1));
            other.add(new Resynced(place("f:0"))).add(fetched("f:0", 1, 2, 3));

            assertThat(verdict(other.settle()).isClean()).isTrue();
        }

        @Test
        void pageThatJoinedOnTheWay() {
            other.add(new Joined("r", place("e:4"))).add(applied("e:9", 3));

            assertThat(verdict(other.settle()).isClean()).isTrue();
        }

        @Test
        void pageThatWasLeftOut() {
            history.add(new Publication("r", 4, Outcome.SEQUENCED, 0, 0, "page"));
            history.page("another").add(fetched("e:9", 1, 2, 3)).add(applied("e:10", 4));
            other.add(fetched("e:9", 1, 2, 3)).add(new Applied("r", place("e:10"), 10, List.of(), 0));

            assertThat(verdict(other.settle()).violations())
                    .filteredOn(onPage())
                    .isEmpty();
        }

        @Test
        void unknownThatNobodyGot() {
            history.add(Publication.of("r", 4, Outcome.UNKNOWN)).add(Publication.of("r", 5, Outcome.FAILED));

            assertThat(verdict(other).isClean()).isTrue();
        }
    }

    @Nested
    class Bad {

        @Test
        void passedOver() {
            other.add(fetched("e:0")).add(applied("e:1", 1)).add(applied("e:9", 3));

            assertThat(verdict(other).violations()).singleElement().satisfies(violation -> {
                assertThat(violation.kind()).isEqualTo(Kind.LOST);
                assertThat(violation).hasToString("LOST page=page room=r id=2 at=e:4: passed over");
            });
        }

        @Test
        void silentHoleThatALaterFetchMends() {
            other.add(fetched("e:0")).add(applied("e:1", 1)).add(at("e:8"));
            other.add(new Resynced(place("e:8"))).add(fetched("e:9", 1, 2, 3));

            assertThat(verdict(other.settle()).count(Kind.LOST)).isEqualTo(1);
        }

        @Test
        void pageOlderThanItsPosition() {
            other.add(fetched("e:4", 1)).add(applied("e:9", 3));

            assertThat(verdict(other).count(Kind.LOST)).isEqualTo(1);
        }

        @Test
        void lastOnesThatNeverCame() {
            other.add(fetched("e:0")).add(applied("e:1", 1));

            assertThat(verdict(other).isClean()).isTrue();
            assertThat(verdict(other.settle()).count(Kind.LOST)).isPositive();
        }

        @Test
        void sequencedButSeenByNobody() {
            history.add(Publication.of("r", 4, Outcome.SEQUENCED));

            assertThat(verdict(other).violations())
                    .singleElement()
                    .hasToString("LOST page=witness room=r id=4 at=null: not shown at the end");
        }

        @Test
        void unknownThatSomeGot() {
            history.add(Publication.of("r", 4, Outcome.UNKNOWN));
            history.page("another").add(fetched("e:9", 1, 2, 3)).add(applied("e:10", 4));

            assertThat(verdict(other).count(Kind.LOST)).isEqualTo(1);
        }

        @Test
        void twiceAtOnePlace() {
            other.add(fetched("e:0")).add(applied("e:1", 1)).add(applied("e:1", 1));

            assertThat(verdict(other).count(Kind.DOUBLED)).isEqualTo(1);
        }

        @Test
        void onePublicationInTwoPlaces() {
            other.add(fetched("e:9", 2, 1, 3)).add(applied("e:10", 3));

            assertThat(verdict(other).count(Kind.DIVERGED)).isEqualTo(1);
        }

        @Test
        void laterOneFirst() {
            other.add(fetched("e:1", 1)).add(applied("e:9", 3)).add(applied("e:4", 2));

            Verdict verdict = verdict(other);
            assertThat(verdict.count(Kind.REORDERED)).isEqualTo(1);
        }

        @Test
        void anotherOrder() {
            other.add(fetched("e:1", 1)).add(applied("e:4", 3)).add(applied("e:9", 2));

            assertThat(verdict(other).count(Kind.DIVERGED)).isEqualTo(4);
        }

        @Test
        void failedOneThatWasShown() {
            history.add(Publication.of("r", 4, Outcome.FAILED));
            other.add(fetched("e:9", 1, 2, 3)).add(applied("e:10", 4));

            assertThat(verdict(other).count(Kind.FAILED_DELIVERED)).isEqualTo(1);
        }

        @Test
        void historyThatBeganAnewInSilence() {
            other.add(fetched("e:9", 1, 2, 3)).add(at("f:1"));

            assertThat(verdict(other).count(Kind.SILENT)).isEqualTo(1);
        }

        @Test
        void pageThatNeverFetchedItself() {
            other.add(fetched("e:0")).add(new Resynced(place("e:9")));

            assertThat(verdict(other.settle()).count(Kind.UNCOVERED)).isEqualTo(1);
        }

        @Test
        void pageThatGotWhatItWasLeftOutOf() {
            history.add(new Publication("r", 4, Outcome.SEQUENCED, 0, 0, "page"));
            other.add(fetched("e:9", 1, 2, 3)).add(applied("e:10", 4));

            assertThat(verdict(other).count(Kind.DOUBLED)).isEqualTo(1);
        }
    }

    private Verdict verdict(PageHistory last) {
        assertThat(last.page()).isEqualTo("page");
        return HistoryChecker.check(history);
    }

    private static java.util.function.Predicate<Violation> onPage() {
        return violation -> violation.page().equals("page");
    }

    private static Fetched fetched(String position, long... ids) {
        return new Fetched(place(position), Map.of("r", IdSet.of(ids)));
    }

    private static Applied applied(String position, long id) {
        return new Applied("r", place(position), place(position).seq(), List.of(id), 0);
    }

    private static Moved at(String position) {
        return new Moved(place(position));
    }

    private static Position place(String position) {
        Position place = Position.parse(position);
        assertThat(place).isNotNull();
        return place;
    }
}

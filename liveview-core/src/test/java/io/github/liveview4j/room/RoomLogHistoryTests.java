package io.github.liveview4j.room;

import static io.github.liveview4j.room.LogFixture.at;
import static io.github.liveview4j.room.RoomFixture.bytes;
import static io.github.liveview4j.room.RoomFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.TestWire;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept and for how long, and what a page is told that missed more. */
class RoomLogHistoryTests {

    private static final Duration AGE = Duration.ofMinutes(2);
    private static final int MUCH = 1024 * 1024;

    /** What an update of {@link LogFixture#says} costs a room. */
    private static final int COST = RoomFixture.removal("a", "#x").updates().length + RoomHistory.OVERHEAD;

    private final LogFixture fixture = new LogFixture();
    private final TestWire wire = new TestWire();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static HistoryLimits limits(int updates, int roomBytes, long totalBytes, int recoveryBytes) {
        return new HistoryLimits(AGE, updates, roomBytes, totalBytes, recoveryBytes);
    }

    private static void assertKeepsTheLast(LogFixture kept, String room, int updates, int said) {
        assertThat(kept.comesBack(at(said - updates), room))
                .singleElement()
                .asString()
                .endsWith(",welcome " + said + "]");
        assertThat(kept.comesBack(at(said - updates - 1), room)).containsExactly("resync " + said);
    }

    @Test
    void keepsAnUpdateForItsAgeAndNoLonger() {
        fixture.says("a", 1);
        fixture.passes(AGE);
        fixture.log.expire();
        assertThat(fixture.comesBack(at(0), "a")).containsExactly("[" + update("a", 1, 1, "#x") + ",welcome 1]");

        fixture.passes(Duration.ofNanos(1));
        fixture.log.expire();

        assertThat(fixture.comesBack(at(0), "a")).containsExactly("resync 1");
        assertThat(fixture.comesBack(at(1), "a")).containsExactly("welcome 1");
    }

    @Test
    void dropsWhatIsTooOldAlsoWhenSomethingIsAdded() {
        fixture.says("a", 1);
        fixture.passes(AGE.plusNanos(1));
        fixture.says("a", 1);

        assertKeepsTheLast(fixture, "a", 1, 2);
    }

    @Test
    void keepsSoManyUpdatesOfARoom() {
        try (LogFixture limited = new LogFixture(limits(3, MUCH, MUCH, MUCH))) {
            limited.says("a", 5);

            assertKeepsTheLast(limited, "a", 3, 5);
        }
    }

    @Test
    void keepsSoManyBytesOfARoom() {
        try (LogFixture limited = new LogFixture(limits(MUCH, 3 * COST, MUCH, MUCH))) {
            limited.says("a", 5);

            assertKeepsTheLast(limited, "a", 3, 5);
        }
    }

    @Test
    void keepsNoUpdateThatIsLargerThanARoomMayBe() {
        try (LogFixture limited = new LogFixture(limits(MUCH, COST - 1, MUCH, MUCH))) {
            limited.page(wire, "a");
            limited.says("a", 1);

            assertThat(limited.comesBack(at(0), "a")).containsExactly("resync 1");
            assertThat(wire.received()).containsExactly("welcome 0", update("a", 1, 1, "#x"));
        }
    }

    @Test
    void aRoomThatDropsCostsOthersNothing() {
        try (LogFixture limited = new LogFixture(limits(1, MUCH, MUCH, MUCH))) {
            limited.says("quiet", 1);
            limited.says("busy", 9);

            assertThat(limited.comesBack(at(0), "quiet"))
                    .containsExactly("[" + update("quiet", 1, 1, "#x") + ",welcome 10]");
            assertThat(limited.comesBack(at(0), "quiet", "busy")).containsExactly("resync 10");
        }
    }

    @Test
    void letsTheRoomsGoFirstInWhichNothingWasSaidForLongest() {
        try (LogFixture limited = new LogFixture(limits(MUCH, MUCH, 10L * COST, MUCH))) {
            limited.says("a", 1);
            limited.says("b", 4);
            limited.says("a", 5);
            limited.says("c", 1);

            assertThat(limited.comesBack(at(0), "b")).containsExactly("resync 11");
            assertThat(limited.comesBack(at(0), "c")).containsExactly("[" + update("c", 1, 11, "#x") + ",welcome 11]");
            assertThat(limited.comesBack(at(0), "a")).singleElement().asString().endsWith(",welcome 11]");
        }
    }

    @Test
    void givesSoMuchAtOnceAndNoMore() {
        int size = RoomFixture.removal("a", "#x").updates().length + RoomUpdate.HEADER;
        try (LogFixture limited = new LogFixture(limits(MUCH, MUCH, MUCH, 2 * size))) {
            limited.says("a", 1);
            limited.says("b", 2);

            assertThat(limited.comesBack(at(0), "b")).singleElement().asString().endsWith(",welcome 3]");
            assertThat(limited.comesBack(at(0), "a", "b")).containsExactly("resync 3");
        }
    }

    @Test
    void forgetsARoomThatNobodyIsInWhenNothingOfItIsKept() {
        LiveViewSession session = fixture.page(wire, "a");
        fixture.says("b", 1);
        fixture.passes(AGE.plusNanos(1));
        fixture.log.expire();
        assertThat(fixture.log.size()).isEqualTo(1);

        session.disconnected();
        fixture.log.expire();

        assertThat(fixture.log.size()).isZero();
    }

    @Test
    void whoeverMayHaveMissedSomethingInAForgottenRoomHasToFetchItself() {
        fixture.says("a", 3);
        fixture.passes(AGE.plusNanos(1));
        fixture.log.expire();

        assertThat(fixture.log.size()).isZero();
        assertThat(fixture.comesBack(at(2), "a")).containsExactly("resync 3");
        assertThat(fixture.comesBack(at(3), "a")).containsExactly("welcome 3");
    }

    @Test
    void aRoomThatWasForgottenHasNoHoleWhenItIsMadeAgain() {
        fixture.says("a", 3);
        fixture.passes(AGE.plusNanos(1));
        fixture.log.expire();
        fixture.says("b", 2);
        fixture.page(wire, "a");

        fixture.says("a", 1);

        assertThat(wire.received()).containsExactly("welcome 5", update("a", 6, 6, "#x"));
        assertThat(fixture.comesBack(at(3), "a")).containsExactly("[" + update("a", 6, 6, "#x") + ",welcome 6]");
    }

    @Test
    void whatIsSaidInAForgottenRoomToNobodyIsKept() {
        fixture.says("a", 3);
        fixture.passes(AGE.plusNanos(1));
        fixture.log.expire();

        fixture.says("a", 1);

        assertThat(fixture.comesBack(at(3), "a")).containsExactly("[" + update("a", 4, 4, "#x") + ",welcome 4]");
        assertThat(fixture.comesBack(at(2), "a")).containsExactly("resync 4");
    }

    @Test
    void aPageInAQuietRoomThatIsToldHowFarItHasComeNeverHasToFetchItself() {
        LiveViewSession session = fixture.page(wire, "quiet");
        for (int minute = 1; minute <= 10; minute++) {
            fixture.says("room" + minute, 300);
            fixture.passes(Duration.ofMinutes(1));
            fixture.log.expire();
        }
        fixture.log.ping(new LiveViewSession[] {session}, now -> bytes("ping " + now.seq()));
        session.disconnected();
        fixture.says("later", 1);
        fixture.passes(Duration.ofSeconds(100));
        fixture.log.expire();

        assertThat(wire.received()).containsExactly("welcome 0", "ping 3000");
        assertThat(fixture.comesBack(at(3000), "quiet")).containsExactly("welcome 3001");
    }

    @Test
    void tellsEveryoneWhenHistoryWasLost() {
        fixture.page(wire, RoomName.EVERYONE, "a");
        fixture.says("a", 1);

        fixture.log.restart(new Position("new", 40), now -> bytes("resync " + now));
        fixture.says("a", "#1");

        assertThat(wire.received())
                .containsExactly(
                        "welcome 0",
                        update("a", 1, 1, "#x"),
                        "resync new:40",
                        update("a", 41, 41, "#1").replace("epoch\":\"epoch", "epoch\":\"new"));
        assertThat(fixture.comesBack(at(1), "a")).containsExactly("resync 41");
        assertThat(fixture.comesBack(new Position("new", 39), "a")).containsExactly("resync 41");
        assertThat(fixture.comesBack(new Position("new", 39), "unknown")).containsExactly("resync 41");
        assertThat(fixture.comesBack(new Position("new", 41), "a")).containsExactly("welcome 41");
    }

    @Test
    void goesOnInTheSameEpochAtAPlaceThatDoesNotFollow() {
        fixture.page(wire, RoomName.EVERYONE);
        fixture.says("a", 1);

        fixture.log.restart(at(7), now -> bytes("resync " + now));

        assertThat(wire.received()).containsExactly("welcome 0", "resync epoch:7");
        assertThat(fixture.comesBack(at(1), "a")).containsExactly("resync 7");
    }

    @Test
    void saysNothingWhenItIsThereAlready() {
        fixture.page(wire, RoomName.EVERYONE);
        fixture.says("a", 1);

        fixture.log.restart(at(1), now -> bytes("resync"));

        assertThat(wire.received()).containsExactly("welcome 0");
        assertThat(fixture.comesBack(at(0), "a")).containsExactly("[" + update("a", 1, 1, "#x") + ",welcome 1]");
    }
}

package io.github.liveview4j.room;

import static io.github.liveview4j.room.LogFixture.at;
import static io.github.liveview4j.room.RoomFixture.bytes;
import static io.github.liveview4j.room.RoomFixture.nothing;
import static io.github.liveview4j.room.RoomFixture.removal;
import static io.github.liveview4j.room.RoomFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.TestWire;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomLogTests {

    private final LogFixture fixture = new LogFixture();
    private final RoomLog log = fixture.log;
    private final TestWire wire = new TestWire();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void everyEpochHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            names.add(RoomLog.newEpoch());
        }

        assertThat(names).hasSize(1000).allMatch(Position::isEpoch).allMatch(name -> name.length() == 8);
    }

    @Test
    void givesOneOrderToAllRooms() {
        fixture.page(wire, "a", "b");

        fixture.says("a", "#1");
        fixture.says("b", "#2");
        fixture.says("nobody", "#3");
        fixture.says("a", "#4");

        assertThat(wire.received())
                .containsExactly(
                        "welcome 0", update("a", 1, 1, "#1"), update("b", 1, 2, "#2"), update("a", 2, 4, "#4"));
        assertThat(log.position()).isEqualTo(at(4));
    }

    @Test
    void aPageThatComesInLaterFindsNoHoleInARoomThatWasQuiet() {
        fixture.says("b", 7);
        fixture.page(wire, "a");
        fixture.says("b", 3);

        fixture.says("a", "#1");

        assertThat(wire.received()).containsExactly("welcome 7", update("a", 8, 11, "#1"));
    }

    @Test
    void takesThePlacesOfATransportAlsoWithGapsBetween() {
        fixture.page(wire, "a");

        log.append(5, removal("a", "#1"));
        log.skip(6);
        log.append(9, removal("a", "#2"));

        assertThat(wire.received()).containsExactly("welcome 0", update("a", 1, 5, "#1"), update("a", 6, 9, "#2"));
    }

    @Test
    void refusesAPlaceThatIsTaken() {
        log.append(5, removal("a", "#1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.append(5, removal("a", "#1")))
                .withMessage("Expected a place after 5, got 5");
        assertThatIllegalArgumentException().isThrownBy(() -> log.skip(4));
    }

    @Test
    void tellsThePageThatIsLeftOutThatNothingIsForIt() {
        fixture.page(wire, "a").page("page");

        log.append(removal("a", "#1", "page"));
        log.append(removal("a", "#2", "other"));

        assertThat(wire.received()).containsExactly("welcome 0", nothing("a", 1, 1), update("a", 2, 2, "#2"));
    }

    @Test
    void aPageThatWasLeftOutIsLeftOutAlsoWhenItComesBack() {
        log.append(removal("a", "#1", "page"));
        LiveViewSession session = fixture.open(wire);
        session.page("page");

        fixture.enter(session, at(0), "a");

        assertThat(wire.received()).containsExactly("[" + nothing("a", 1, 1) + ",welcome 1]");
    }

    @Test
    void givesAPageWhatItMissedInItsRoomsInOrder() {
        fixture.says("a", "#1");
        fixture.says("b", "#2");
        fixture.says("elsewhere", "#3");
        fixture.says("a", "#4");

        assertThat(fixture.comesBack(at(1), "b", "a"))
                .containsExactly("[" + update("b", 1, 2, "#2") + "," + update("a", 2, 4, "#4") + ",welcome 4]");
    }

    @Test
    void givesANewPageNothingThatWasSaidBefore() {
        fixture.says("a", "#1");

        fixture.page(wire, "a");

        assertThat(wire.received()).containsExactly("welcome 1");
    }

    @Test
    void aPageThatAsksAgainIsInTheRoomsItNamesNow() {
        LiveViewSession session = fixture.page(wire, "a", "b");

        fixture.enter(session, at(0), "b", "c");
        fixture.says("a", "#1");
        fixture.says("b", "#2");
        fixture.says("c", "#3");

        assertThat(wire.received())
                .containsExactly("welcome 0", "welcome 0", update("b", 1, 2, "#2"), update("c", 1, 3, "#3"));
    }

    @Test
    void aPageThatIsNotInAllItsRoomsHasToFetchItselfAndIsGivenNothing() {
        fixture.says("a", "#1");
        LiveViewSession session = fixture.open(wire);

        log.enter(session, () -> Set.of("a"), at(0), false, LogFixture::greeting);

        assertThat(wire.received()).containsExactly("resync 1");
    }

    @Test
    void saysWhatFollowsTheGreetingInFramesOfTheirOwn() {
        fixture.says("a", "#1");

        log.enter(
                fixture.open(wire),
                () -> Set.of("a"),
                at(0),
                true,
                (names, now, resync) -> List.of(bytes("first " + names), bytes("second"), bytes("third")));

        assertThat(wire.received()).containsExactly("[" + update("a", 1, 1, "#1") + ",first [a]]", "second", "third");
    }

    @Test
    void aRoomThatIsJoinedWhileThePageComesInIsNotUndone() throws InterruptedException {
        LiveViewSession session = fixture.open(wire);
        Thread joining = new Thread(() -> log.join(session, "b", () -> true, now -> bytes("joined")));
        Supplier<Set<String>> rooms = () -> {
            joining.start();
            await().until(() -> joining.getState() == Thread.State.WAITING);
            return Set.of("a");
        };

        log.enter(session, rooms, null, true, LogFixture::greeting);
        joining.join();
        fixture.says("b", "#1");

        assertThat(wire.received()).containsExactly("welcome 0", "joined", update("b", 1, 1, "#1"));
    }

    @Test
    void keepsAPageThatIsAheadOfThisNodeWhereItIs() {
        fixture.says("a", "#1");

        assertThat(fixture.comesBack(at(9), "a")).containsExactly("welcome 9");
    }

    @Test
    void aPageOfAnotherEpochHasToFetchItself() {
        assertThat(fixture.comesBack(new Position("other", 0), "a")).containsExactly("resync 0");
        assertThat(fixture.comesBack(new Position("other", 9), "a")).containsExactly("resync 0");
    }

    @Test
    void bringsAPageIntoOneMoreRoomFromNowOn() {
        LiveViewSession session = fixture.page(wire, "a");
        fixture.says("b", "#1");

        log.join(session, "b", () -> true, now -> bytes("joined " + now));
        fixture.says("b", "#2");

        assertThat(wire.received()).containsExactly("welcome 0", "joined epoch:1", update("b", 2, 2, "#2"));
    }

    @Test
    void bringsNobodyInWhoHasGone() {
        LiveViewSession session = fixture.page(wire, "a");
        session.disconnected();

        log.join(session, "b", () -> true, now -> bytes("joined"));
        fixture.enter(session, at(0), "c");
        fixture.says("b", "#1");

        assertThat(wire.received()).containsExactly("welcome 0");
        log.expire();
        assertThat(log.size()).isEqualTo(1);
    }

    @Test
    void aPageThatHasLeftHearsNothingMore() {
        LiveViewSession session = fixture.page(wire, "a");

        log.leave(session, "a", () -> false, List.of());
        fixture.says("a", "#1");

        assertThat(wire.received()).containsExactly("welcome 0");
    }

    @Test
    void speaksToThoseOfTheFirstDialectWithoutPlaces() {
        LiveViewSession session = fixture.openV1(wire);
        log.enter(session, List.of("a"));
        log.join(session, "b", () -> true, null);

        fixture.says("a", "#1");
        fixture.says("b", "#2");
        log.ping(new LiveViewSession[] {session}, now -> bytes("ping"));
        log.restart(at(9), now -> bytes("resync"));

        assertThat(wire.received())
                .containsExactly("{\"target\":\"#1\",\"remove\":true}", "{\"target\":\"#2\",\"remove\":true}");
    }

    @Test
    void namesThePlaceInAPing() {
        LiveViewSession session = fixture.page(wire, "a");
        fixture.says("b", 3);

        log.ping(new LiveViewSession[] {session}, now -> bytes("ping " + now));
        log.ping(new LiveViewSession[0], now -> bytes("to nobody"));

        assertThat(wire.received()).containsExactly("welcome 0", "ping epoch:3");
    }
}

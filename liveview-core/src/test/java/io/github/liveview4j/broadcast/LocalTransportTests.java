package io.github.liveview4j.broadcast;

import static io.github.liveview4j.broadcast.FanOutFixture.numbers;
import static io.github.liveview4j.broadcast.FanOutFixture.objects;
import static io.github.liveview4j.broadcast.RoomFixture.broadcast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.TestWire;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalTransportTests {

    private final RoomFixture fixture = new RoomFixture();
    private final TestWire lobby = new TestWire();
    private final TestWire garden = new TestWire();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static void awaitNumbers(TestWire wire, int... expected) {
        List<String> texts =
                IntStream.of(expected).mapToObj(n -> "{\"n\":" + n + "}").toList();
        await().untilAsserted(() -> assertThat(objects(wire)).isEqualTo(texts));
    }

    @Test
    void deliversToTheAudienceAsItIsAtThatMoment() {
        fixture.open(lobby, "lobby");
        fixture.number("*", 0);
        fixture.open(garden, "garden");
        fixture.number("garden", 1);
        fixture.number("*", 2);

        awaitNumbers(lobby, 0, 2);
        awaitNumbers(garden, 1, 2);
    }

    @Test
    void saysThatABroadcastHasItsPlaceBeforeItReturns() {
        assertThat(fixture.transport
                        .publish(broadcast("lobby", null, "{}"))
                        .toCompletableFuture()
                        .getNow(null))
                .isEqualTo(Outcome.SEQUENCED);
        assertThat(fixture.log.position().seq()).isEqualTo(1);
    }

    @Test
    void keepsTheOrderAcrossRoomsAndEveryone() {
        fixture.open(lobby, "lobby");
        fixture.open(garden, "garden");

        for (int n = 0; n < 300; n++) {
            fixture.number(n % 3 == 0 ? "*" : "lobby", n);
        }

        await().untilAsserted(() -> assertThat(objects(lobby)).isEqualTo(numbers(300)));
    }

    @Test
    void keepsOneOrderForRoomsUsersAndPages() {
        fixture.open(lobby, "lobby", "@ana", "#p1");
        fixture.open(garden, "garden", "@ana");
        String[] rooms = {"@ana", "#p1", "*", "lobby"};

        for (int n = 0; n < 400; n++) {
            fixture.number(rooms[n * n % 7 % 4], n);
        }

        await().untilAsserted(() -> assertThat(objects(lobby)).isEqualTo(numbers(400)));
        await().untilAsserted(() -> assertThat(objects(garden))
                .isEqualTo(IntStream.range(0, 400)
                        .filter(n -> n * n % 7 % 4 == 0 || n * n % 7 % 4 == 2)
                        .mapToObj(n -> "{\"n\":" + n + "}")
                        .toList()));
    }

    @Test
    void coversEveryPlaceOfARoomWithoutAGap() {
        fixture.open(lobby, "lobby");

        fixture.number("lobby", 0);
        fixture.number("elsewhere", 1);
        fixture.number("*", 2);
        fixture.number("lobby", 3);

        await().untilAsserted(() -> assertThat(lobby.received())
                .containsExactly(
                        fixture.update("lobby", 1, 1, "{\"n\":0}"),
                        fixture.update("*", 1, 3, "{\"n\":2}"),
                        fixture.update("lobby", 2, 4, "{\"n\":3}")));
    }

    @Test
    void leavesOutWhoHasGone() {
        LiveViewSession gone = fixture.open(lobby, "lobby");
        fixture.open(garden, "lobby");
        gone.disconnected();

        fixture.number("lobby", 0);

        awaitNumbers(garden, 0);
        assertThat(lobby.count()).isZero();
    }

    @Test
    void leavesOutWhoHasLeftTheRoom() {
        LiveViewSession left = fixture.open(lobby, "lobby", "news");
        fixture.open(garden, "garden", "news");

        fixture.number("news", 0);
        fixture.log.leave(left, "news", () -> false, List.of());
        fixture.number("news", 1);
        fixture.number("*", 2);

        awaitNumbers(garden, 0, 1, 2);
        awaitNumbers(lobby, 0, 2);
    }

    @Test
    void startsNoThreadForNobody() {
        Set<Thread> before = FanOutFixture.laneThreads();

        fixture.number("*", 0);
        fixture.number("lobby", 1);

        assertThat(FanOutFixture.workersSince(before)).isEmpty();
    }

    @Test
    void deliversNothingMoreOnceTheLaneIsClosed() {
        fixture.open(lobby, "lobby");
        fixture.number("*", 0);
        fixture.lane.close();
        fixture.number("*", 1);

        awaitNumbers(lobby, 0);
        try (FanOutLane another = new FanOutLane()) {
            RoomLog log = new RoomLog(
                    fixture.sessions.registry, another, new JacksonMessageCodec()::updatesInV1, HistoryLimits.DEFAULTS);
            new LocalTransport(log).publish(broadcast("*", null, "{\"n\":2}"));
            awaitNumbers(lobby, 0, 2);
        }
    }
}

package io.github.liveview4j.broadcast;

import static io.github.liveview4j.LiveViewBroadcaster.everyone;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.broadcast.FanOutFixture.number;
import static io.github.liveview4j.broadcast.FanOutFixture.numbers;
import static io.github.liveview4j.broadcast.FanOutFixture.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalTransportTests {

    private final SessionFixture fixture = new SessionFixture();
    private final LocalTransport transport = new LocalTransport(fixture.registry);
    private final TestWire lobby = new TestWire();
    private final TestWire garden = new TestWire();

    @AfterEach
    void stop() {
        transport.close();
        fixture.close();
    }

    private static void awaitNumbers(TestWire wire, int... expected) {
        List<String> texts =
                IntStream.of(expected).mapToObj(n -> "{\"n\":" + n + "}").toList();
        await().untilAsserted(() -> assertThat(objects(wire)).isEqualTo(texts));
    }

    @Test
    void deliversToTheAudienceAsItIsAtThatMoment() {
        fixture.open("lobby", lobby);
        transport.publish(new Broadcast(everyone(), number(0)));
        fixture.open("garden", garden);
        transport.publish(new Broadcast(room("garden"), number(1)));
        transport.publish(new Broadcast(everyone(), number(2)));

        awaitNumbers(lobby, 0, 2);
        awaitNumbers(garden, 1, 2);
    }

    @Test
    void keepsTheOrderAcrossRoomsAndEveryone() {
        fixture.open("lobby", lobby);
        fixture.open("garden", garden);

        for (int n = 0; n < 300; n++) {
            transport.publish(new Broadcast(n % 3 == 0 ? everyone() : room("lobby"), number(n)));
        }

        await().untilAsserted(() -> assertThat(objects(lobby)).isEqualTo(numbers(300)));
    }

    @Test
    void leavesOutWhoHasGone() {
        LiveViewSession gone = fixture.open("lobby", lobby);
        fixture.open("lobby", garden);
        gone.disconnected();

        transport.publish(new Broadcast(room("lobby"), number(0)));

        awaitNumbers(garden, 0);
        assertThat(lobby.count()).isZero();
    }

    @Test
    void startsNoThreadForNobody() {
        Set<Thread> before = FanOutFixture.laneThreads();

        transport.publish(new Broadcast(everyone(), number(0)));
        transport.publish(new Broadcast(room("lobby"), number(1)));

        assertThat(FanOutFixture.workersSince(before)).isEmpty();
    }

    @Test
    void deliversNothingMoreOnceClosed() {
        fixture.open("lobby", lobby);
        transport.publish(new Broadcast(everyone(), number(0)));
        transport.close();
        transport.publish(new Broadcast(everyone(), number(1)));

        awaitNumbers(lobby, 0);
        try (LocalTransport another = new LocalTransport(fixture.registry)) {
            another.publish(new Broadcast(everyone(), number(2)));
            awaitNumbers(lobby, 0, 2);
        }
    }
}

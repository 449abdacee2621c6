package io.github.liveview4j.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveViewSessionRegistryTests {

    private final SessionFixture fixture = new SessionFixture();
    private final LiveViewSessionRegistry registry = fixture.registry;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void findsASessionById() {
        LiveViewSession session = fixture.open("lobby", new TestWire());

        assertThat(registry.find(session.id())).containsSame(session);
        assertThat(registry.size()).isEqualTo(1);
        assertThat(registry.remove(session)).isTrue();
        assertThat(registry.remove(session)).isFalse();
        assertThat(registry.find(session.id())).isEmpty();
    }

    @Test
    void keepsRoomsApart() {
        LiveViewSession a = fixture.open("a", new TestWire());
        LiveViewSession b = fixture.open("b", new TestWire());

        assertThat(registry.inRoom("a")).containsExactly(a);
        assertThat(registry.inRoom("b")).containsExactly(b);
        assertThat(registry.inRoom("c")).isEmpty();
        assertThat(registry.all()).containsExactlyInAnyOrder(a, b);
    }

    @Test
    void returnsTheSameArrayUntilSomebodyComesOrGoes() {
        LiveViewSession first = fixture.open("lobby", new TestWire());
        LiveViewSession[] one = registry.inRoom("lobby");
        LiveViewSession[] oneOfAll = registry.all();
        assertThat(registry.inRoom("lobby")).isSameAs(one);
        assertThat(registry.all()).isSameAs(oneOfAll);

        LiveViewSession second = fixture.open("lobby", new TestWire());
        LiveViewSession[] two = registry.inRoom("lobby");
        assertThat(two).isNotSameAs(one).containsExactly(first, second);
        assertThat(registry.inRoom("lobby")).isSameAs(two);
        assertThat(registry.all()).isNotSameAs(oneOfAll).hasSize(2);

        registry.remove(first);
        assertThat(registry.inRoom("lobby")).isNotSameAs(two).containsExactly(second);
        assertThat(one).containsExactly(first);
        assertThat(two).containsExactly(first, second);
    }

    @Test
    void doesNotMindWhatHappensInAnotherRoom() {
        fixture.open("a", new TestWire());
        LiveViewSession[] before = registry.inRoom("a");

        fixture.open("b", new TestWire());

        assertThat(registry.inRoom("a")).isSameAs(before);
    }

    @Test
    void forgetsARoomThatIsEmpty() {
        LiveViewSession first = fixture.open("a", new TestWire());
        LiveViewSession second = fixture.open("a", new TestWire());
        registry.inRoom("a");
        assertThat(registry.roomCount()).isEqualTo(1);

        registry.remove(first);
        assertThat(registry.roomCount()).isEqualTo(1);
        registry.remove(second);

        assertThat(registry.roomCount()).isZero();
        assertThat(registry.inRoom("a")).isEmpty();
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void refusesAnIdThatIsTaken() {
        LiveViewSession session = fixture.open("a", new TestWire());
        LiveViewSession twin = fixture.sessions.create(session.id(), "b", null, null, Map.of(), new TestWire());

        assertThatThrownBy(() -> registry.add(twin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(session.id());
        assertThat(registry.remove(twin)).isFalse();
        assertThat(registry.inRoom("b")).isEmpty();
        assertThat(registry.inRoom("a")).containsExactly(session);
    }

    @Test
    void takesNoSessionThatHasEnded() {
        LiveViewSession session = fixture.sessions.create("7", "a", null, null, Map.of(), new TestWire());
        session.close(CloseReason.NORMAL);

        assertThat(registry.add(session)).isFalse();
        assertThat(registry.size()).isZero();
        assertThat(registry.roomCount()).isZero();
    }

    @Test
    void bringsASessionIntoNoRoomByItself() {
        LiveViewSession session = fixture.sessions.create("7", "a", null, null, Map.of(), new TestWire());

        assertThat(registry.add(session)).isTrue();

        assertThat(registry.all()).containsExactly(session);
        assertThat(registry.roomsOf(session)).isEmpty();
        assertThat(registry.roomCount()).isZero();
    }

    @Test
    void bringsASessionIntoManyRoomsAndOutOfThem() {
        LiveViewSession session = fixture.open("a", new TestWire());
        LiveViewSession other = fixture.open("a", new TestWire());

        assertThat(registry.join(session, "b")).isTrue();
        assertThat(registry.join(session, "*")).isTrue();
        assertThat(registry.roomsOf(session)).containsExactlyInAnyOrder("a", "b", "*");
        assertThat(registry.rooms()).containsExactlyInAnyOrder("a", "b", "*");
        assertThat(registry.inRoom("b")).containsExactly(session);

        registry.leave(session, "a");
        registry.leave(session, "*");
        registry.leave(session, "never joined");
        assertThat(registry.roomsOf(session)).containsExactly("b");
        assertThat(registry.inRoom("a")).containsExactly(other);
        assertThat(registry.inRoom("*")).isEmpty();
        assertThat(registry.rooms()).containsExactlyInAnyOrder("a", "b");

        registry.remove(session);
        assertThat(registry.roomsOf(session)).isEmpty();
        assertThat(registry.rooms()).containsExactly("a");
    }

    @Test
    void joinsARoomOnceHoweverOftenItIsAsked() {
        LiveViewSession session = fixture.open("a", new TestWire());
        LiveViewSession[] before = registry.inRoom("a");

        assertThat(registry.join(session, "a")).isTrue();

        assertThat(registry.inRoom("a")).isSameAs(before).containsExactly(session);
        registry.leave(session, "a");
        assertThat(registry.roomCount()).isZero();
    }

    @Test
    void sparesThoseWhoHoldAnArrayOfARoomThatIsLeft() {
        LiveViewSession first = fixture.open("a", new TestWire());
        LiveViewSession second = fixture.open("a", new TestWire());
        LiveViewSession[] held = registry.inRoom("a");

        registry.leave(first, "a");
        registry.join(first, "a");

        assertThat(held).containsExactly(first, second);
        assertThat(registry.inRoom("a")).containsExactly(second, first);
    }

    @Test
    void letsNobodyIntoARoomWhoIsNotThere() {
        LiveViewSession stranger = fixture.sessions.create("7", "a", null, null, Map.of(), new TestWire());
        LiveViewSession gone = fixture.open("a", new TestWire());
        gone.disconnected();

        assertThat(registry.join(stranger, "a")).isFalse();
        assertThat(registry.join(gone, "b")).isFalse();

        assertThat(registry.roomsOf(stranger)).isEmpty();
        assertThat(registry.roomCount()).isZero();
    }

    @Test
    void letsNobodyIntoARoomUnderTheIdOfAnother() {
        LiveViewSession session = fixture.open("a", new TestWire());
        LiveViewSession twin = fixture.sessions.create(session.id(), "b", null, null, Map.of(), new TestWire());

        assertThat(registry.join(twin, "b")).isFalse();

        assertThat(registry.rooms()).containsExactly("a");
        twin.close(CloseReason.NORMAL);
        assertThat(registry.inRoom("a")).containsExactly(session);
    }

    @Test
    void hasNobodyInARoomWhoEndsWhileJoiningAndLeaving() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            LiveViewSession session = fixture.open("a", new TestWire());
            CyclicBarrier start = new CyclicBarrier(3);
            Thread joining = start(start, () -> {
                for (int room = 0; room < 10; room++) {
                    registry.join(session, "room" + room);
                }
            });
            Thread leaving = start(start, () -> {
                for (int room = 9; room >= 0; room--) {
                    registry.leave(session, "room" + room);
                }
            });
            Thread ending = start(start, session::disconnected);
            joining.join();
            leaving.join();
            ending.join();

            assertThat(registry.roomsOf(session)).isEmpty();
            assertThat(registry.rooms()).isEmpty();
        }
        assertThat(registry.size()).isZero();
    }

    private static Thread start(CyclicBarrier together, Runnable task) {
        Thread thread = new Thread(() -> {
            try {
                together.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            task.run();
        });
        thread.start();
        return thread;
    }

    @Test
    void agreesWithSetsThroughAThousandJoinsAndLeaves() {
        Random random = new Random(11);
        List<LiveViewSession> present = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            present.add(fixture.open("home", new TestWire()));
        }
        Map<String, Set<LiveViewSession>> expected = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            LiveViewSession session = present.get(random.nextInt(present.size()));
            String room = "room" + random.nextInt(4);
            Set<LiveViewSession> members = expected.computeIfAbsent(room, name -> new HashSet<>());
            if (random.nextBoolean()) {
                registry.join(session, room);
                members.add(session);
            } else {
                registry.leave(session, room);
                members.remove(session);
            }
            assertThat(registry.inRoom(room)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(members);
        }
        present.forEach(registry::remove);
        assertThat(registry.roomCount()).isZero();
    }

    @Test
    void agreesWithASetThroughAThousandComingsAndGoings() {
        Random random = new Random(7);
        Set<LiveViewSession> expected = new HashSet<>();
        List<LiveViewSession> present = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            if (present.isEmpty() || random.nextInt(i < 500 ? 3 : 5) < 2) {
                LiveViewSession session = fixture.open("lobby", new TestWire());
                expected.add(session);
                present.add(session);
            } else {
                LiveViewSession session = present.remove(random.nextInt(present.size()));
                expected.remove(session);
                registry.remove(session);
            }
            if (random.nextInt(3) == 0) {
                assertThat(registry.inRoom("lobby"))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
        present.forEach(registry::remove);
        assertThat(registry.roomCount()).isZero();
    }

    @Test
    void agreesWithASetWhereHundredsAreInARoom() {
        Random random = new Random(7);
        List<LiveViewSession> there = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            // Up to some 600 and down to none, so that the room becomes large and small again.
            boolean comes = random.nextInt(10) < (i < 2_000 ? 7 : 3);
            if (comes || there.isEmpty()) {
                there.add(fixture.open("lobby", new TestWire()));
            } else {
                assertThat(registry.remove(there.remove(random.nextInt(there.size()))))
                        .isTrue();
            }
            if (i % 50 == 0) {
                assertThat(registry.inRoom("lobby")).containsExactlyInAnyOrderElementsOf(there);
            }
        }
        there.forEach(registry::remove);
        assertThat(registry.isOccupied("lobby")).isFalse();
        assertThat(registry.roomCount()).isZero();
    }

    @Test
    void isLeftEmptyByManyThreadsThatComeAndGo() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(4);
        for (int t = 0; t < 4; t++) {
            new Thread(() -> {
                        for (int i = 0; i < 500; i++) {
                            LiveViewSession session = fixture.open("room" + i % 3, new TestWire());
                            assertThat(registry.inRoom(session.room())).contains(session);
                            registry.remove(session);
                            assertThat(registry.inRoom(session.room())).doesNotContain(session);
                        }
                        done.countDown();
                    })
                    .start();
        }

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(registry.size()).isZero();
        assertThat(registry.roomCount()).isZero();
    }
}

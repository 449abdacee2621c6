package io.github.liveview4j.broadcast;

import static io.github.liveview4j.broadcast.FanOutFixture.meanwhile;
import static io.github.liveview4j.broadcast.FanOutFixture.number;
import static io.github.liveview4j.broadcast.FanOutFixture.numbers;
import static io.github.liveview4j.broadcast.FanOutFixture.objects;
import static io.github.liveview4j.broadcast.FanOutFixture.parcel;
import static io.github.liveview4j.broadcast.FanOutFixture.withheld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.room.Parcel;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which broadcasts go out as one frame, and in which form. */
class FanOutJoinTests {

    private final SessionFixture fixture = new SessionFixture();
    private final FanOutLane lane = new FanOutLane();

    @AfterEach
    void stop() {
        lane.close();
        fixture.close();
    }

    @Test
    void joinsWhatWaitsForTheSameAudienceIntoOneArray() {
        TestWire first = meanwhile(() -> {
            LiveViewSession[] audience = fixture.registry.inRoom("lobby");
            lane.deliver(audience, parcel("{\"a\":1}"));
            lane.deliver(audience, parcel("{\"b\":\"ñ\"}"));
            lane.deliver(audience, parcel("{\"c\":3}"));
        });
        TestWire second = new TestWire();
        fixture.openAll("lobby", List.of(first, second));

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));

        await().until(() -> second.count() == 2);
        assertThat(second.received()).containsExactly("{\"n\":0}", "[{\"a\":1},{\"b\":\"ñ\"},{\"c\":3}]");
        assertThat(first.received()).isEqualTo(second.received());
    }

    @Test
    void sharesOneFrameAmongAllAndMakesNoBufferForOne() {
        List<Frame> frames = new CopyOnWriteArrayList<>();
        class Keeping extends TestWire {
            @Override
            public void send(Frame frame) {
                frames.add(frame);
            }
        }
        fixture.openAll("two", List.of(new Keeping(), new Keeping()));
        fixture.openAll("one", List.of(new Keeping()));

        lane.deliver(fixture.registry.inRoom("two"), number(0));
        await().until(() -> frames.size() == 2);
        assertThat(frames.get(0)).isSameAs(frames.get(1));
        assertThat(frames.get(0).isShared()).isTrue();

        lane.deliver(fixture.registry.inRoom("one"), number(0));
        await().until(() -> frames.size() == 3);
        assertThat(frames.get(2).isShared()).isFalse();
    }

    @Test
    void joinsNoMoreThan64KiB() {
        String half = "{\"x\":\"" + "x".repeat(32 * 1024) + "\"}";
        TestWire wire = meanwhile(() -> {
            LiveViewSession[] audience = fixture.registry.inRoom("lobby");
            lane.deliver(audience, parcel(half));
            lane.deliver(audience, parcel(half));
            lane.deliver(audience, parcel("{}"));
        });
        fixture.open("lobby", wire);

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));

        await().until(() -> wire.count() == 3);
        assertThat(wire.received().get(1)).isEqualTo(half);
        assertThat(wire.received().get(2)).isEqualTo("[" + half + ",{}]");
    }

    @Test
    void joinsUpToTheLastByteOf64KiB() {
        int rest = FanOutLane.MOST_JOINED - "[{},{\"x\":\"\"}]".length();
        String fits = "{\"x\":\"" + "x".repeat(rest) + "\"}";
        TestWire wire = meanwhile(() -> {
            LiveViewSession[] audience = fixture.registry.inRoom("lobby");
            lane.deliver(audience, parcel("{}"));
            lane.deliver(audience, parcel(fits));
            lane.deliver(audience, parcel("{}"));
            lane.deliver(audience, parcel(fits.replace("\"x\":", "\"xx\":")));
        });
        fixture.open("lobby", wire);

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));

        await().until(() -> wire.count() == 4);
        assertThat(wire.received().get(1)).hasSize(FanOutLane.MOST_JOINED).startsWith("[");
        assertThat(wire.received().get(2)).isEqualTo("{}");
    }

    @Test
    void neverJoinsDifferentAudiences() {
        TestWire both = meanwhile(() -> {
            lane.deliver(fixture.registry.all(), parcel("{\"to\":\"all\"}"));
            lane.deliver(fixture.registry.inRoom("a"), parcel("{\"to\":\"a\"}"));
            lane.deliver(fixture.registry.all(), parcel("{\"to\":\"all again\"}"));
        });
        fixture.open("a", both);
        TestWire other = new TestWire();
        fixture.open("b", other);

        lane.deliver(fixture.registry.inRoom("a"), number(0));

        await().until(() -> other.count() == 2 && both.count() == 4);
        assertThat(other.received()).containsExactly("{\"to\":\"all\"}", "{\"to\":\"all again\"}");
        assertThat(both.received())
                .containsExactly("{\"n\":0}", "{\"to\":\"all\"}", "{\"to\":\"a\"}", "{\"to\":\"all again\"}");
    }

    @Test
    void sendsClientsOfV1OneUpdateAFrame() {
        TestWire v2 = meanwhile(() -> {
            lane.deliver(fixture.registry.inRoom("lobby"), parcel("{\"b\":2}", "{\"b1\":2}", "{\"b2\":2}"));
            lane.deliver(fixture.registry.inRoom("lobby"), parcel("{\"c\":3}", new String[0]));
            lane.deliver(fixture.registry.inRoom("lobby"), parcel("{\"d\":4}", "{\"d1\":4}"));
        });
        TestWire v1 = new TestWire();
        fixture.open("lobby", v2);
        fixture.open("lobby", null, v1);

        lane.deliver(fixture.registry.inRoom("lobby"), parcel("{\"a\":1}", "{\"a1\":1}"));

        await().until(() -> v1.count() == 4);
        assertThat(v1.received()).containsExactly("{\"a1\":1}", "{\"b1\":2}", "{\"b2\":2}", "{\"d1\":4}");
        assertThat(v2.received()).containsExactly("{\"a\":1}", "[{\"b\":2},{\"c\":3},{\"d\":4}]");
    }

    @Test
    void encodesForV1OnlyWhereThereIsSuchAClient() {
        TestWire v2 = new TestWire();
        fixture.open("lobby", v2);
        AtomicBoolean encoded = new AtomicBoolean();

        lane.deliver(fixture.registry.inRoom("lobby"), withV1(() -> {
            encoded.set(true);
            return List.of();
        }));

        await().until(() -> v2.count() == 1);
        assertThat(encoded).isFalse();
    }

    @Test
    void survivesABroadcastThatCannotBeEncodedForV1() {
        TestWire v1 = new TestWire();
        TestWire v2 = new TestWire();
        fixture.open("lobby", null, v1);
        fixture.open("lobby", v2);

        lane.deliver(fixture.registry.inRoom("lobby"), withV1(() -> {
            throw new IllegalStateException("no v1 for this");
        }));
        lane.deliver(fixture.registry.inRoom("lobby"), number(1));

        await().until(() -> v1.count() == 1 && objects(v2).size() == 2);
        assertThat(v1.received()).containsExactly("{\"n\":1}");
    }

    private static Parcel withV1(Supplier<List<Frame>> encoder) {
        return new Parcel() {
            @Override
            public Frame v2() {
                return FanOutFixture.shared("{}");
            }

            @Override
            public List<Frame> v1() {
                return encoder.get();
            }
        };
    }

    @Test
    void withholdsABroadcastFromOnePageAndFromNoOther() {
        TestWire speaker = new TestWire();
        TestWire other = new TestWire();
        TestWire nameless = new TestWire();
        TestWire v1 = new TestWire();
        fixture.open("lobby", speaker).page("p1");
        fixture.open("lobby", other).page("p2");
        fixture.open("lobby", nameless);
        fixture.open("lobby", null, v1);

        lane.deliver(fixture.registry.inRoom("lobby"), withheld("p1", "{\"n\":0}"));
        lane.deliver(fixture.registry.inRoom("lobby"), number(1));

        await().until(() -> v1.count() == 2
                && objects(nameless).size() == 2
                && objects(speaker).size() == 2);
        assertThat(objects(speaker)).containsExactly("{}", "{\"n\":1}");
        assertThat(objects(other)).isEqualTo(numbers(2));
        assertThat(objects(nameless)).isEqualTo(numbers(2));
        assertThat(v1.received()).isEqualTo(numbers(2));
    }

    @Test
    void withholdsABroadcastAlsoWhereItIsJoinedWithOthers() {
        TestWire first = meanwhile(() -> {
            LiveViewSession[] audience = fixture.registry.inRoom("lobby");
            lane.deliver(audience, number(1));
            lane.deliver(audience, withheld("p1", "{\"n\":2}"));
            lane.deliver(audience, withheld("p2", "{\"n\":3}"));
            lane.deliver(audience, number(4));
        });
        TestWire speaker = new TestWire();
        TestWire another = new TestWire();
        TestWire last = new TestWire();
        fixture.open("lobby", first);
        fixture.open("lobby", speaker).page("p1");
        fixture.open("lobby", another).page("p2");
        fixture.open("lobby", last);

        lane.deliver(fixture.registry.inRoom("lobby"), number(0));

        await().until(() -> last.count() == 2);
        assertThat(speaker.received()).containsExactly("{\"n\":0}", "[{\"n\":1},{},{\"n\":3},{\"n\":4}]");
        assertThat(another.received()).containsExactly("{\"n\":0}", "[{\"n\":1},{\"n\":2},{},{\"n\":4}]");
        assertThat(last.received()).containsExactly("{\"n\":0}", "[{\"n\":1},{\"n\":2},{\"n\":3},{\"n\":4}]");
        assertThat(first.received()).isEqualTo(last.received());
    }

    @Test
    void makesNoBufferOutsideTheHeapForThePageThatIsLeftOut() {
        List<Frame> frames = new CopyOnWriteArrayList<>();
        TestWire keeping = new TestWire() {
            @Override
            public void send(Frame frame) {
                frames.add(frame);
            }
        };
        TestWire first = meanwhile(() -> {
            lane.deliver(fixture.registry.inRoom("lobby"), withheld("p1", "{\"n\":1}"));
            lane.deliver(fixture.registry.inRoom("lobby"), number(2));
        });
        fixture.open("lobby", first);
        fixture.open("lobby", keeping).page("p1");

        lane.deliver(fixture.registry.inRoom("lobby"), withheld("p1", "{\"n\":0}"));

        await().until(() -> frames.size() == 2);
        assertThat(frames).extracting(Frame::text).containsExactly("{}", "[{},{\"n\":2}]");
        assertThat(frames).noneMatch(Frame::isShared);
    }
}

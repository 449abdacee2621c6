package io.github.liveview4j.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.Parcel;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log hands to the delivery. */
class ParcelTests {

    private final SessionFixture fixture = new SessionFixture();
    private final AtomicInteger encodings = new AtomicInteger();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Parcel delivered(Function<byte[], List<byte[]>> v1) {
        List<Parcel> delivered = new ArrayList<>();
        RoomLog log =
                new RoomLog(fixture.registry, (audience, parcel) -> delivered.add(parcel), v1, HistoryLimits.DEFAULTS);
        fixture.open("lobby", new TestWire());
        log.append(RoomFixture.broadcast("lobby", "#p\n", "{\"a\":1}"));
        return delivered.get(0);
    }

    @Test
    void isEncodedForV1OnceAndOnlyWhenAsked() {
        Parcel parcel = delivered(updates -> {
            encodings.incrementAndGet();
            return List.of(updates);
        });

        assertThat(parcel.v2()).isSameAs(parcel.v2());
        assertThat(encodings).hasValue(0);
        List<Frame> first = parcel.v1();
        assertThat(first).extracting(Frame::text).containsExactly("[{\"a\":1}]");
        assertThat(parcel.v1()).isSameAs(first);
        assertThat(encodings).hasValue(1);
    }

    @Test
    void isNotEncodedAgainAfterAFailure() {
        Parcel parcel = delivered(updates -> {
            encodings.incrementAndGet();
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(parcel::v1).hasMessage("no");
        assertThat(parcel.v1()).isEmpty();
        assertThat(encodings).hasValue(1);
    }

    @Test
    void coversARangeInV2AndNothingInV1() {
        Parcel parcel = delivered(List::of);

        assertThat(parcel.v2().coverage()).isNotNull().satisfies(coverage -> {
            assertThat(coverage.room()).isEqualTo("lobby");
            assertThat(coverage.first()).isEqualTo(1);
            assertThat(coverage.replaces()).isEqualTo("#p\n");
        });
        assertThat(parcel.v1()).allMatch(frame -> frame.coverage() == null);
    }
}

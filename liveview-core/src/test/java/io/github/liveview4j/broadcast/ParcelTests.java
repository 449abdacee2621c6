package io.github.liveview4j.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveview4j.session.Frame;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParcelTests {

    private final Frame v2 = Frame.shared("{}".getBytes());
    private final AtomicInteger encodings = new AtomicInteger();

    @Test
    void isEncodedForV1OnceAndOnlyWhenAsked() {
        Frame one = Frame.shared("{\"a\":1}".getBytes());
        Parcel parcel = new Parcel(v2, () -> {
            encodings.incrementAndGet();
            return List.of(one);
        });

        assertThat(parcel.v2()).isSameAs(v2);
        assertThat(encodings).hasValue(0);
        assertThat(parcel.v1()).containsExactly(one);
        assertThat(parcel.v1()).containsExactly(one);
        assertThat(encodings).hasValue(1);
    }

    @Test
    void isNotEncodedAgainAfterAFailure() {
        Parcel parcel = new Parcel(v2, () -> {
            encodings.incrementAndGet();
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(parcel::v1).hasMessage("no");
        assertThat(parcel.v1()).isEmpty();
        assertThat(encodings).hasValue(1);
    }
}

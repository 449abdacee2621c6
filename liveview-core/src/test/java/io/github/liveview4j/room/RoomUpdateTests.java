package io.github.liveview4j.room;

import static io.github.liveview4j.room.RoomFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomUpdateTests {

    private static final String UPDATES = "[{\"target\":\"#a\",\"html\":\"<b>ä 😀</b>\"}]";
    private static final Position POSITION = new Position("e-1_Z", 9_007_199_254_740_993L);

    private final SessionFixture fixture = new SessionFixture();
    private final AtomicInteger encodings = new AtomicInteger();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private RoomUpdate update(String room) {
        return update(room, updates -> {
            encodings.incrementAndGet();
            return List.of(bytes("1"), bytes("2"));
        });
    }

    private static RoomUpdate update(String room, Function<byte[], List<byte[]>> v1) {
        return new RoomUpdate(new Broadcast(room, "left-out", "#a\n", bytes(UPDATES)), POSITION, 7, 0, v1);
    }

    private static String object(String room, long first, String updates) {
        return "{\"type\":\"update\",\"room\":\"" + room + "\",\"epoch\":\"e-1_Z\",\"first\":" + first
                + ",\"seq\":9007199254740993,\"updates\":" + updates + "}";
    }

    @Test
    void isOneObjectAroundWhatIsSaid() {
        assertThat(update("article:42").v2().text()).isEqualTo(object("article:42", 7, UPDATES));
    }

    @Test
    void namesNeitherUserNorPage() {
        assertThat(update("@\"ana\"").v2().text()).isEqualTo(object("@", 7, UPDATES));
        assertThat(update("#secret").v2().text()).isEqualTo(object("#", 7, UPDATES));
        assertThat(update("*").v2().text()).isEqualTo(object("*", 7, UPDATES));
        assertThat(update("#secret").withheld().text()).isEqualTo(object("#", 7, "[]"));
    }

    @Test
    void isWithheldFromThePageThatIsLeftOut() {
        LiveViewSession session = fixture.open("address", new TestWire());
        RoomUpdate update = update("a");
        assertThat(update.isWithheldFrom(session)).isFalse();
        assertThat(update.frameFor(session).utf8()).isEqualTo(update.v2().utf8());
        assertThat(update.frameFor(session).isShared()).isFalse();

        session.page("left-out");

        assertThat(update.isWithheldFrom(session)).isTrue();
        assertThat(update.frameFor(session).text()).isEqualTo(object("a", 7, "[]"));
    }

    @Test
    void isEncodedOnceForAll() {
        RoomUpdate update = update("a");

        assertThat(update.v2()).isSameAs(update.v2());
        assertThat(update.v2().isShared()).isTrue();
        assertThat(update.withheld()).isSameAs(update.withheld());
    }

    @Test
    void isEncodedForV1OnceAndOnlyWhenAsked() {
        RoomUpdate update = update("a");
        update.v2();
        assertThat(encodings).hasValue(0);

        assertThat(update.v1()).extracting(Frame::text).containsExactly("1", "2");
        assertThat(update.v1()).extracting(Frame::text).containsExactly("1", "2");
        assertThat(encodings).hasValue(1);
    }

    @Test
    void isNotEncodedAgainForV1AfterAFailure() {
        RoomUpdate update = update("a", updates -> {
            encodings.incrementAndGet();
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(update::v1).hasMessage("no");
        assertThat(update.v1()).isEmpty();
        assertThat(encodings).hasValue(1);
    }

    @Test
    void saysWhatItCovers() {
        Frame.Coverage coverage = update("@ana").v2().coverage();

        assertThat(coverage).isNotNull();
        assertThat(coverage.room()).isEqualTo("@ana");
        assertThat(coverage.first()).isEqualTo(7);
        assertThat(coverage.replaces()).isEqualTo("#a\n");
    }

    @Test
    void mayCoverMore() {
        Frame wider = update("a").from(3);
        Frame widest = wider.coverage().from(1);

        assertThat(wider.text()).isEqualTo(object("a", 3, UPDATES));
        assertThat(wider.coverage().first()).isEqualTo(3);
        assertThat(widest.text()).isEqualTo(object("a", 1, UPDATES));
    }

    @Test
    void aBroadcastTellsALogNothingOfItsContent() {
        assertThat(RoomFixture.removal("secret", "#secret")).hasToString("Broadcast[36 bytes]");
    }
}

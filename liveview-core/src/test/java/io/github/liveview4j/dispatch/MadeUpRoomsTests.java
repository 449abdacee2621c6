package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.limit.Peer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every room that cannot be guessed is let in at the door, so that anybody can make up as many as there are; {@code -Dliveview.rooms=100000}. */
@Tag("long")
class MadeUpRoomsTests {

    private static final int MANY = Integer.getInteger("liveview.rooms", 20_000);

    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private static final class Handlers {

        @LiveViewHandler
        void churn(LiveViewConsumer consumer) {
            String room = UUID.randomUUID().toString();
            consumer.join(room);
            consumer.leave(room);
        }
    }

    @Test
    void thousandsOfThemLeaveNothing() {
        fixture.behind(new Doors(
                handshake -> true,
                new PageLimits(PageLimits.NONE.calls(), 0, 500, PageLimits.NONE.frames(), Duration.ofSeconds(10)),
                false));
        for (int i = 0; i < MANY; i++) {
            Browser browser = fixture.in(UUID.randomUUID().toString(), new Peer(null, "203.0.113.7"));
            browser.says(HELLO.replace(DispatcherFixture.PAGE, "page-0123456789-" + i));
            browser.hangsUp();
            if (i % 1_000 == 999) {
                fixture.passes(Duration.ofSeconds(5));
                fixture.dispatcher().watch().look();
                assertThat(fixture.log.size()).isZero();
            }
        }
        assertThat(fixture.registry.size()).isZero();
        assertThat(fixture.registry.roomCount()).isZero();
        assertThat(fixture.log.size()).isZero();
        assertThat(fixture.dispatcher().pages().size()).isLessThanOrEqualTo(500);

        fixture.passes(Duration.ofMinutes(2).plusNanos(1));
        fixture.dispatcher().watch().look();
        assertThat(fixture.dispatcher().pages().size()).isZero();
        assertThat(fixture.dispatcher().pages().lostBytes()).isZero();
    }

    @Test
    void roomsThatAPageGoesThroughLeaveNothing() {
        Browser browser = fixture.page();
        for (int i = 1; i <= 2_000; i++) {
            browser.calls(i, "churn");
            browser.hears();
        }
        browser.hangsUp();
        fixture.passes(Duration.ofMinutes(2).plusNanos(1));
        fixture.dispatcher().watch().look();

        assertThat(fixture.registry.roomCount()).isZero();
        assertThat(fixture.log.size()).isZero();
        assertThat(fixture.dispatcher().pages().size()).isZero();
    }
}

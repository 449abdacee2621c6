package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.room.RoomFixture.removal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.session.CloseReason;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pages that come, join, leave, are closed or come back by the hundred thousand leave nothing. */
class LeakTests {

    private static final int CYCLES = 100_000;

    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private static final class Handlers {

        @LiveViewHandler
        void join(LiveViewConsumer consumer) {
            consumer.join("of-page:" + consumer.id());
            consumer.join("of-all");
        }

        @LiveViewHandler
        void leave(LiveViewConsumer consumer) {
            consumer.leave("of-page:" + consumer.id());
        }
    }

    private void comeAndGo(int cycle, Random random) {
        String page = "page-of-the-cycle-" + random.nextInt(CYCLES / 2);
        String user = random.nextBoolean() ? null : "user" + random.nextInt(1000);
        String subprotocol = random.nextInt(10) == 0 ? null : "liveview.v2";
        Browser browser = fixture.socket("address" + random.nextInt(1000), subprotocol, user);
        browser.says(HELLO.replace(DispatcherFixture.PAGE, page)).calls(cycle + 1, "join");
        if (random.nextInt(4) == 0) {
            fixture.log.append(removal("of-page:" + page, "#x"));
        }
        if (random.nextBoolean()) {
            browser.calls(cycle + 2, "leave");
        }
        switch (random.nextInt(3)) {
            case 0 -> browser.session.close(CloseReason.NORMAL);
            case 1 -> browser.session.disconnected();
            default -> {}
        }
        browser.hangsUp();
        fixture.passes(Duration.ofMillis(10));
        if (cycle % 1000 == 0) {
            fixture.dispatcher().watch().look();
        }
    }

    @Test
    void nothingIsLeftOfThem() {
        long seed = Long.getLong("liveview.seed", System.nanoTime());
        System.out.println("LeakTests: -Dliveview.seed=" + seed);
        Random random = new Random(seed);
        try (LogCapture quiet = new LogCapture("io.github.liveview4j")) {
            for (int i = 0; i < CYCLES; i++) {
                comeAndGo(i, random);
            }
            assertThat(quiet.messages()).allMatch(message -> message.contains("was refused"));
        }
        assertThat(fixture.dispatcher().pages().size()).isBetween(1, 20_000);

        fixture.passes(Duration.ofMinutes(2).plusNanos(1));
        fixture.dispatcher().watch().look();

        assertThat(fixture.registry.all()).isEmpty();
        assertThat(fixture.registry.roomCount()).isZero();
        assertThat(fixture.dispatcher().pages().size()).isZero();
        assertThat(fixture.log.size()).isZero();
    }
}

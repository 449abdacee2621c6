package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** When a page has gone for good, and who is told. */
class PageEndTests {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicReference<LiveViewConsumer> kept = new AtomicReference<>();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void watch(LiveViewConsumer consumer) {
            kept.set(consumer);
            consumer.onGone(() -> told.add("gone"));
        }
    }

    private LiveViewConsumer consumer() {
        return Objects.requireNonNull(kept.get());
    }

    private void look() {
        fixture.dispatcher().watch().look();
    }

    @Test
    void isNotALostConnection() {
        fixture.page().calls(1, "watch").hangsUp();
        fixture.passes(PageSettings.RETENTION.minusSeconds(1));
        look();

        assertThat(consumer().isGone()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void comesWhenThePageDoesNotComeBackInTime() {
        fixture.page().calls(1, "watch").hangsUp();
        fixture.passes(PageSettings.RETENTION.plusSeconds(1));
        look();

        assertThat(consumer().isGone()).isTrue();
        await().untilAsserted(() -> assertThat(told).containsExactly("gone"));
    }

    @Test
    void comesAfterTheTimeThatTheApplicationHasChosen() {
        fixture.remembering(Duration.ofSeconds(3)).page().calls(1, "watch").hangsUp();
        fixture.passes(Duration.ofSeconds(4));
        look();

        assertThat(consumer().isGone()).isTrue();
    }

    @Test
    void doesNotComeToAPageThatCameBack() {
        fixture.page().calls(1, "watch").hangsUp();
        fixture.socket().says(HELLO);
        fixture.passes(PageSettings.RETENTION.plusSeconds(1));
        look();

        assertThat(consumer().isGone()).isFalse();
    }

    @Test
    void comesWhenSomebodyElseTakesTheId() {
        fixture.page().calls(1, "watch");

        fixture.socket("lobby", "liveview.v2", "bob").says(HELLO);

        assertThat(consumer().isGone()).isTrue();
        await().untilAsserted(() -> assertThat(told).containsExactly("gone"));
    }

    @Test
    void comesWithTheSocketInTheFirstDialect() {
        Browser browser = fixture.socket("lobby", null, null).says("{\"function\":\"watch\",\"data\":{},\"form\":{}}");
        assertThat(consumer().isGone()).isFalse();

        browser.hangsUp();

        assertThat(consumer().isGone()).isTrue();
        await().untilAsserted(() -> assertThat(told).containsExactly("gone"));
    }

    @Test
    void isToldAtOnceToWhoeverAsksTooLate() {
        fixture.page().calls(1, "watch").hangsUp();
        fixture.passes(PageSettings.RETENTION.plusSeconds(1));
        look();

        consumer().onGone(() -> told.add("late"));

        await().untilAsserted(() -> assertThat(told).containsExactly("gone", "late"));
    }

    @Test
    void isToldToEverybodyEvenIfOneFails() {
        try (LogCapture log = new LogCapture("io.github.liveview4j.dispatch")) {
            PageEnd end = new PageEnd(Runnable::run);
            end.onGone(() -> {
                throw new IllegalStateException("on purpose");
            });
            end.onGone(() -> told.add("second"));

            end.gone();
            end.gone();

            assertThat(told).containsExactly("second");
            assertThat(log.entries()).hasSize(1);
        }
    }
}

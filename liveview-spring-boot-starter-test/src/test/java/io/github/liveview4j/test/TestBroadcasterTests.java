package io.github.liveview4j.test;

import static io.github.liveview4j.LiveViewBroadcaster.everyone;
import static io.github.liveview4j.LiveViewBroadcaster.page;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewMessage;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestBroadcasterTests {

    private final TestBroadcaster live = new TestBroadcaster();

    @Test
    void keepsWhatIsSentAndToWhom() {
        TestConsumer sender = TestConsumer.create();

        live.to(room("order:7"))
                .in(Locale.GERMAN)
                .except(sender)
                .send(replace("#a").text("1"));
        live.to(everyone()).atOnce().send(replace("#b").text("2"));
        live.to(everyone()).send();

        assertThat(live.sent()).hasSize(2).first().satisfies(sent -> {
            assertThat(sent.audience()).isEqualTo(room("order:7"));
            assertThat(sent.except()).isSameAs(sender);
            assertThat(sent.locale()).isEqualTo(Locale.GERMAN);
            assertThat(sent.isAtOnce()).isFalse();
        });
        assertThat(live.sentTo(room("order:7")))
                .extracting(LiveViewMessage::target)
                .containsExactly("#a");
        assertThat(live.sentTo(room("order:8"))).isEmpty();
        assertThat(live.sent())
                .last()
                .satisfies(sent -> assertThat(sent.isAtOnce()).isTrue());

        live.clear();
        assertThat(live.sent()).isEmpty();
    }

    @Test
    void askingPagesToRefreshIsAMessage() {
        live.to(room("lobby")).refresh("show_rooms", Map.of("page", "2"));

        assertThat(live.sentTo(room("lobby")))
                .singleElement()
                .satisfies(message -> assertThat(message.effects())
                        .extractingByKey("call")
                        .asString()
                        .contains("show_rooms"));
    }

    @Test
    void answersWhatTheTestSays() {
        assertThat(live.broadcast(replace("#a").text("1"))).isCompletedWithValue(Outcome.SEQUENCED);

        live.answer(Outcome.FAILED);

        assertThat(live.broadcast(replace("#a").text("1"))).isCompletedWithValue(Outcome.FAILED);
    }

    @Test
    void refusesWhatTheRealOneRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> live.to(room("no room")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        live.to(room("order:7")).send(LiveViewMessage.page().url("/a")));
        live.to(page("p")).send(LiveViewMessage.page().url("/a"));
        assertThat(live.sentTo(page("p"))).hasSize(1);
    }
}

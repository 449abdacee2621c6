package io.github.liveview4j;

import static io.github.liveview4j.LiveViewBroadcaster.everyone;
import static io.github.liveview4j.LiveViewBroadcaster.page;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewBroadcaster.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.liveview4j.LiveViewBroadcaster.Audience;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LiveViewBroadcasterTests {

    @Test
    void namesEveryone() {
        assertThat(everyone()).isEqualTo(new Audience.Everyone()).isNotEqualTo(room("a"));
    }

    @Test
    void namesARoom() {
        assertThat(room("orders:7")).isEqualTo(new Audience.Room("orders:7")).isNotEqualTo(room("orders:8"));
    }

    @Test
    void namesAUserAndAPage() {
        assertThat(user("ana")).isEqualTo(new Audience.User("ana")).isNotEqualTo(room("ana"));
        assertThat(page("ana")).isEqualTo(new Audience.Page("ana")).isNotEqualTo(user("ana"));
    }

    @Test
    void refusesAnAudienceWithoutAName() {
        assertThatNullPointerException().isThrownBy(() -> room(null)).withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> user(null)).withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> page(null)).withMessage("id");
    }

    @Test
    void broadcastsToEveryone() {
        List<Object> heard = new ArrayList<>();
        LiveViewMessage first = LiveViewMessage.page().reload();
        LiveViewMessage second = LiveViewMessage.remove("#a");

        CompletionStage<Outcome> outcome = broadcaster(heard).broadcast(first, second);

        assertThat(heard).containsExactly(everyone(), first, second);
        assertThat(outcome).isCompletedWithValue(Outcome.SEQUENCED);
    }

    @Test
    void refreshesWithoutData() {
        List<Object> heard = new ArrayList<>();

        CompletionStage<Outcome> outcome = broadcaster(heard).to(user("ana")).refresh("load");

        assertThat(heard).containsExactly(user("ana"), "load{}");
        assertThat(outcome).isCompletedWithValue(Outcome.UNKNOWN);
    }

    private static LiveViewBroadcaster broadcaster(List<Object> heard) {
        return audience -> {
            heard.add(audience);
            return new LiveViewBroadcaster.Sender() {
                @Override
                public LiveViewBroadcaster.Sender in(Locale locale) {
                    return this;
                }

                @Override
                public LiveViewBroadcaster.Sender except(LiveViewConsumer page) {
                    return this;
                }

                @Override
                public CompletionStage<Outcome> send(LiveViewMessage... messages) {
                    heard.addAll(List.of(messages));
                    return CompletableFuture.completedStage(Outcome.SEQUENCED);
                }

                @Override
                public CompletionStage<Outcome> refresh(String handler, Map<String, ?> data) {
                    heard.add(handler + data);
                    return CompletableFuture.completedStage(Outcome.UNKNOWN);
                }
            };
        };
    }
}

package io.github.liveview4j;

import static io.github.liveview4j.LiveViewBroadcaster.everyone;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.liveview4j.LiveViewBroadcaster.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    void refusesARoomWithoutAName() {
        assertThatNullPointerException().isThrownBy(() -> room(null)).withMessage("name");
    }

    @Test
    void broadcastsToEveryone() {
        List<Object> heard = new ArrayList<>();
        LiveViewMessage first = LiveViewMessage.page().reload();
        LiveViewMessage second = LiveViewMessage.remove("#a");

        broadcaster(heard).broadcast(first, second);

        assertThat(heard).containsExactly(everyone(), first, second);
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
                public void send(LiveViewMessage... messages) {
                    heard.addAll(List.of(messages));
                }
            };
        };
    }
}

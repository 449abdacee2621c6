package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialogueV1Tests {

    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());
    private final Browser browser = fixture.socket("lobby", null, null);

    @SuppressWarnings("unused") // called by name
    private static final class Handlers {

        @LiveViewHandler("say_hello")
        List<LiveViewMessage> sayHello(LiveViewConsumer consumer, LiveViewContent content) {
            consumer.send(replace("#a").text(content.form("name") + content.data("modalId") + content.room()));
            return List.of(
                    replace("#b").html("b").title("B"),
                    outer("#c").html("only v2"),
                    replace("#d").html("d"));
        }

        @LiveViewHandler
        void count(LiveViewConsumer consumer) {
            int count = (int) consumer.attributes().merge("count", 1, (a, b) -> (int) a + (int) b);
            consumer.send(replace("#n").text(String.valueOf(count)));
        }

        @LiveViewHandler
        void fail() {
            throw new IllegalStateException(DispatcherFixture.SECRET);
        }
    }

    @Test
    void sendsOneUpdateAFrameAndNoReply() {
        browser.says("{\"function\":\"say_hello\",\"data\":{\"dataModalId\":7},\"form\":{\"name\":\"Ana\"},"
                + "\"lang\":\"en\",\"room\":\"elsewhere\"}");

        assertThat(browser.hears())
                .containsExactly(
                        "{\"target\":\"#a\",\"html\":\"Ana7lobby\"}",
                        "{\"target\":\"#b\",\"html\":\"b\",\"title\":\"B\"}",
                        "{\"target\":\"#d\",\"html\":\"d\"}");
    }

    @Test
    void runsEveryCallAsItHasNoNumbers() {
        browser.says("{\"function\":\"count\"}", "{\"function\":\"count\"}");

        assertThat(browser.hears())
                .containsExactly("{\"target\":\"#n\",\"html\":\"1\"}", "{\"target\":\"#n\",\"html\":\"2\"}");
    }

    @Test
    void tellsOfAFailedHandlerByName() {
        browser.says("{\"function\":\"fail\"}");

        assertThat(browser.hearsWithRef()).isEqualTo("{\"error\":\"failed\",\"ref\":\"REF\",\"function\":\"fail\"}");
    }

    @Test
    void doesNotRepeatAnUnknownName() {
        browser.says("{\"function\":\"<script>\"}");

        assertThat(browser.hearsWithRef()).isEqualTo("{\"error\":\"unknown_function\",\"ref\":\"REF\"}");
    }

    @Test
    void tellsOfAFrameThatCannotBeRead() {
        browser.says("nonsense");

        assertThat(browser.hearsWithRef()).isEqualTo("{\"error\":\"malformed\",\"ref\":\"REF\"}");
    }

    @Test
    void forgetsThePageWithItsSocket() {
        browser.says("{\"function\":\"count\"}");
        browser.hangsUp();

        assertThat(fixture.dispatcher().pages().size()).isZero();
        assertThat(fixture.registry.all()).isEmpty();
        assertThat(fixture.socket("lobby", null, null)
                        .says("{\"function\":\"count\"}")
                        .hears())
                .containsExactly("{\"target\":\"#n\",\"html\":\"1\"}");
    }
}

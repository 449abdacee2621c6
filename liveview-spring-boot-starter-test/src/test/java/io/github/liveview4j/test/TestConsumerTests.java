package io.github.liveview4j.test;

import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.LiveViewMessage;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TestConsumerTests {

    @Test
    void keepsWhatIsSentApartFromWhatIsBroadcast() {
        TestConsumer consumer = TestConsumer.create();

        consumer.send(replace("#a").text("1"), replace("#b").text("2"));
        consumer.broadcast(replace("#c").text("3"));

        assertThat(consumer.sent()).extracting(LiveViewMessage::target).containsExactly("#a", "#b");
        assertThat(consumer.broadcasts()).extracting(LiveViewMessage::target).containsExactly("#c");

        consumer.clear();
        assertThat(consumer.sent()).isEmpty();
        assertThat(consumer.broadcasts()).isEmpty();
    }

    @Test
    void pagesAreTwo() {
        assertThat(TestConsumer.create().id())
                .isNotEqualTo(TestConsumer.create().id());
        assertThat(TestConsumer.create().room())
                .isNotEqualTo(TestConsumer.create().room());
    }

    @Test
    void isWhoTheTestSays() {
        TestConsumer consumer = TestConsumer.builder()
                .id("page")
                .user("ana")
                .locale(Locale.GERMAN)
                .room("order:7")
                .build();

        assertThat(consumer.id()).isEqualTo("page");
        assertThat(consumer.user()).map(Principal::getName).contains("ana");
        assertThat(consumer.locale()).isEqualTo(Locale.GERMAN);
        assertThat(consumer.room()).isEqualTo("order:7");
        assertThat(consumer.handshake().user()).map(Principal::getName).contains("ana");
        assertThat(consumer.handshake().locale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void userAndLanguageOfAHandshakeAreThePages() {
        LiveViewHandshake handshake = LiveViewHandshake.builder()
                .user(() -> "ana")
                .locale(Locale.FRENCH)
                .header("User-Agent", "test")
                .build();

        TestConsumer consumer = TestConsumer.builder().handshake(handshake).build();

        assertThat(consumer.handshake()).isSameAs(handshake);
        assertThat(consumer.user()).map(Principal::getName).contains("ana");
        assertThat(consumer.locale()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void joinsAndLeaves() {
        TestConsumer consumer = TestConsumer.create();

        consumer.join("order:7");
        consumer.join("order:8");
        consumer.leave("order:7");

        assertThat(consumer.rooms()).containsExactly("order:8");
        assertThatIllegalArgumentException().isThrownBy(() -> consumer.join("no room"));
    }

    @Test
    void remembersAttributes() {
        TestConsumer consumer = TestConsumer.create();

        consumer.attributes().put("step", 2);

        assertThat(consumer.attributes()).containsEntry("step", 2);
    }

    @Test
    void goesWhenTheTestSaysSo() {
        TestConsumer consumer = TestConsumer.create();
        List<String> done = new ArrayList<>();
        consumer.onGone(() -> done.add("first"));
        consumer.onGone(() -> done.add("taken back")).run();
        assertThat(consumer.isGone()).isFalse();

        consumer.go();
        consumer.go();
        consumer.onGone(() -> done.add("late"));

        assertThat(consumer.isGone()).isTrue();
        assertThat(done).containsExactly("first", "late");
    }

    @Test
    void refusesToChangeEverybodysAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestConsumer.create().broadcast(page().url("/elsewhere")))
                .withMessageContaining("without url");
    }
}

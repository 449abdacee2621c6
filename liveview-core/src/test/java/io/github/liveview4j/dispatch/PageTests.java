package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTests {

    private final SessionFixture fixture = new SessionFixture();
    private final TestWire firstWire = new TestWire();
    private final TestWire secondWire = new TestWire();
    private final LiveViewSession first = fixture.open("lobby", firstWire);
    private final LiveViewSession second = fixture.open("lobby", secondWire);
    private final Page page = new Page("a", first);

    @AfterEach
    void stop() {
        fixture.close();
    }

    private LiveViewSession session(String room, @Nullable String subprotocol, @Nullable String user) {
        return fixture.sessions.create(
                "other", room, subprotocol, user == null ? null : () -> user, Map.of(), new TestWire());
    }

    private static List<byte[]> frame(String text) {
        return List.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesTheDefaultLanguageWhereTheHandshakeKnewNone() {
        assertThat(page.locale()).isEqualTo(Locale.getDefault());

        page.attach(fixture.sessions.create(
                "other", "lobby", null, null, Map.of(LiveViewDispatcher.LOCALE, "no locale"), secondWire));
        assertThat(page.locale()).isEqualTo(Locale.getDefault());
    }

    @Test
    void isContinuedInTheSameRoomByTheSameUserInTheSameDialect() {
        assertThat(page.isContinuedBy(session("lobby", "liveview.v2", null))).isTrue();
        assertThat(page.isContinuedBy(session("garden", "liveview.v2", null))).isFalse();
        assertThat(page.isContinuedBy(session("lobby", null, null))).isFalse();
        assertThat(page.isContinuedBy(session("lobby", "liveview.v2", "ana"))).isFalse();
        assertThat(new Page("a", session("lobby", null, "ana")).isContinuedBy(session("lobby", null, "ana")))
                .isTrue();
        assertThat(new Page("a", session("lobby", null, "ana")).isContinuedBy(session("lobby", null, "bob")))
                .isFalse();
    }

    @Test
    void speaksTheDialectOfItsConnection() {
        assertThat(page.dialect()).isEqualTo(Dialect.V2);
        assertThat(new Page("a", session("lobby", null, null)).dialect()).isEqualTo(Dialect.V1);
    }

    @Test
    void pushesOverTheConnectionItHasNow() {
        page.push(frame("1"));
        page.attach(second);
        page.returned();
        page.push(frame("2"));

        assertThat(firstWire.received()).containsExactly("1");
        assertThat(secondWire.received()).containsExactly("2");
    }

    @Test
    void holdsWhatIsPushedUntilThePageKnowsWhereItStands() {
        first.disconnected();
        firstWire.hangUp();
        page.push(frame("1"));
        page.attach(second);
        page.push(frame("2"));
        assertThat(secondWire.received()).isEmpty();

        page.returned();
        page.push(frame("3"));

        assertThat(secondWire.received()).containsExactly("1", "2", "3");
        assertThat(firstWire.received()).isEmpty();
    }

    @Test
    void saysWhatBelongsToACallOverTheConnectionItBeganOnAndRemembersIt() {
        page.calls().begin(1, 0);
        Call call = new Call(1, first, Locale.ROOT);
        page.attach(second);

        page.update(call, n -> frame("update " + n));
        call.end();
        page.answer(call, frame("reply"));

        assertThat(firstWire.received()).containsExactly("update 1", "reply");
        assertThat(secondWire.received()).isEmpty();
        assertThat(page.calls().recall(1))
                .hasValueSatisfying(frames -> assertThat(frames).hasSize(2));
    }

    @Test
    void takesNothingAsACallsThatComesAfterItsEnd() {
        page.calls().begin(1, 0);
        Call call = new Call(1, first, Locale.ROOT);
        call.end();

        assertThat(page.update(call, n -> frame("late"))).isFalse();

        assertThat(firstWire.received()).isEmpty();
        assertThat(page.calls().recall(1))
                .hasValueSatisfying(frames -> assertThat(frames).isEmpty());
    }

    @Test
    void hasAttributesOfItsOwnThatStayWhenTheConnectionChanges() {
        page.attributes().put("draft", 1);
        page.attach(second);

        assertThat(page.attributes()).containsEntry("draft", 1);
        assertThat(new Page("a", first).attributes()).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> page.attributes().put("draft", null));
    }
}

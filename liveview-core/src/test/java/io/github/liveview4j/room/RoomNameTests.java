package io.github.liveview4j.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.liveview4j.LiveViewBroadcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "article:42", "A-Z_a.z~0:9", "-", ".", "..", "null"})
    void mayBeOfLettersDigitsAndAFewOthers(String name) {
        assertThat(RoomName.isValid(name)).isTrue();
        assertThat(RoomName.checked(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "*", "@ana", "#page", " a", "a ", "a\n", "a/b", "a,b", "a|b", "a\"b", "a\\b", "ä", "名", "\0", "a{}"
            })
    void mayNotBeOfAnyOther(String name) {
        assertThat(RoomName.isValid(name)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoomName.checked(name))
                .withMessageContaining("got one of " + name.length() + " characters");
    }

    @Test
    void mayHaveAHundredAndTwentyEightCharacters() {
        assertThat(RoomName.isValid("x".repeat(128))).isTrue();
        assertThat(RoomName.isValid("x".repeat(129))).isFalse();
    }

    @Test
    void thatIsRefusedIsNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoomName.checked("secret room"))
                .withMessageNotContaining("secret");
    }

    @Test
    void isThatOfTheAudience() {
        assertThat(RoomName.of(LiveViewBroadcaster.everyone())).isEqualTo("*");
        assertThat(RoomName.of(LiveViewBroadcaster.room("a"))).isEqualTo("a");
        assertThat(RoomName.of(LiveViewBroadcaster.user("ana"))).isEqualTo("@ana");
        assertThat(RoomName.of(LiveViewBroadcaster.page("page"))).isEqualTo("#page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "@ana", "#page", "", "a \"b\""})
    void thatNoRoomMayHaveIsNoAudience(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> RoomName.of(LiveViewBroadcaster.room(name)));
    }

    @Test
    void tellsAPageNotWhoItIs() {
        assertThat(RoomName.onWire(RoomName.EVERYONE)).isEqualTo("*");
        assertThat(RoomName.onWire(RoomName.ofUser("\"ana\""))).isEqualTo("@");
        assertThat(RoomName.onWire(RoomName.ofUser(""))).isEqualTo("@");
        assertThat(RoomName.onWire(RoomName.ofPage("page"))).isEqualTo("#");
        assertThat(RoomName.onWire("article:42")).isEqualTo("article:42");
    }
}

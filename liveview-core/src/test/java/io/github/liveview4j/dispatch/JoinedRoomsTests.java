package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.PageTokens.Word;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinedRoomsTests {

    private final JoinedRooms rooms = new JoinedRooms();

    private static Word word(long issued, String... named) {
        return new Word(Set.of(named), issued);
    }

    @Test
    void whatNewHtmlNamesTakesThePlaceOfWhatOldHtmlNamed() {
        rooms.html(word(1, "a", "b"));
        rooms.html(word(2, "b", "c"));

        assertThat(rooms.all()).containsExactlyInAnyOrder("b", "c");
        assertThat(rooms.joined()).as("no receipt for what the html names").isEmpty();
    }

    @Test
    void whatAHandlerJoinedStaysWhateverTheHtmlNames() {
        rooms.join("a");
        rooms.html(word(1, "a", "b"));
        rooms.html(word(2));

        assertThat(rooms.all()).containsExactly("a");
    }

    @Test
    void htmlThatIsMadeAfterARoomWasLeftMayNameItAgain() {
        rooms.html(word(10, "a"));
        rooms.leave("a", 20);
        rooms.html(word(10, "a"));
        assertThat(rooms.all()).isEmpty();

        rooms.html(word(30, "a"));

        assertThat(rooms.all()).containsExactly("a");
    }

    @Test
    void aReceiptFromBeforeARoomWasLeftIsSettledAndLetsNobodyIn() {
        rooms.join("a");
        rooms.leave("a", 20);

        assertThat(rooms.readmit(word(10, "a"))).isTrue();
        assertThat(rooms.all()).isEmpty();
        assertThat(rooms.isSettled("a")).isTrue();
    }

    @Test
    void aPageWhoseRoomsAreOthersEveryTimeIsNeverFull() {
        for (int i = 0; i < 200; i++) {
            rooms.html(word(i, "order:" + i, "order:" + (i + 1)));
        }

        assertThat(rooms.all()).containsExactlyInAnyOrder("order:199", "order:200");
    }

    @Test
    void handlersJoinNoMoreThanTheLimit() {
        Set<String> names =
                IntStream.range(0, PageTokens.MOST_ROOMS).mapToObj(i -> "r" + i).collect(Collectors.toSet());
        names.forEach(rooms::join);

        assertThat(rooms.join("more")).isFalse();
        assertThat(rooms.join("r1")).isTrue();
        assertThat(rooms.all()).isEqualTo(names);
    }
}

package io.github.liveview4j.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.test.PagePosition.Remedy;
import io.github.liveview4j.test.PagePosition.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of docs/protocol.md, as far as a server in the same process seldom makes use of them. */
class PagePositionTests {

    private final PagePosition position = new PagePosition("e:5", "token");

    private static Map<String, Object> update(String epoch, long first, long seq) {
        return Map.of("room", "r", "epoch", epoch, "first", first, "seq", seq);
    }

    private static Map<String, Object> welcome(long seq, boolean resync) {
        return Map.of("epoch", "e", "seq", seq, "node", "n", "resync", resync);
    }

    @Test
    void helloTellsWhatThePageHas() {
        assertThat(position.hello(true))
                .containsEntry("epoch", "e")
                .containsEntry("seq", 5L)
                .containsEntry("token", "token")
                .doesNotContainKey("node");
        position.welcome(welcome(7, false));
        position.joined(Map.of("room", "r", "receipt", "abc", "epoch", "e", "seq", 7));

        assertThat(position.hello(false))
                .containsEntry("seq", 7L)
                .containsEntry("node", "n")
                .containsEntry("rooms", Map.of("r", "abc"));
        position.left(Map.of("room", "r"));
        assertThat(position.hello(false)).doesNotContainKey("rooms");
    }

    @Test
    void whatComesBeforeTheWelcomeComesAgain() {
        position.hello(true);

        assertThat(position.judge(update("e", 6, 6), false)).isEqualTo(Verdict.DROP);
        assertThat(position.judge(update("e", 6, 6), true)).isEqualTo(Verdict.APPLY);
    }

    @Test
    void nothingIsAppliedTwice() {
        assertThat(position.judge(update("e", 6, 6), false)).isEqualTo(Verdict.APPLY);
        assertThat(position.judge(update("e", 6, 6), false)).isEqualTo(Verdict.DROP);
        assertThat(position.judge(update("e", 1, 5), false)).isEqualTo(Verdict.DROP);
    }

    @Test
    void holeAndAnotherEpochAreAskedFor() {
        assertThat(position.judge(update("e", 8, 8), false)).isEqualTo(Verdict.ASK);
        assertThat(position.judge(update("f", 6, 6), false)).isEqualTo(Verdict.ASK);
        position.reach(Map.of("epoch", "e", "seq", 7));
        assertThat(position.judge(update("e", 8, 8), false)).isEqualTo(Verdict.APPLY);
    }

    @Test
    void pageThatStaysBehindFetchesItselfThenComesBackAndAtLastGoesOn() {
        assertThat(remedy()).isEqualTo(Remedy.FETCH);
        position.freeze();
        assertThat(position.judge(update("e", 9, 9), false)).isEqualTo(Verdict.DROP);
        position.thaw("e:9", "other");
        assertThat(remedy()).isEqualTo(Remedy.RECONNECT);
        assertThat(remedy()).isEqualTo(Remedy.FETCH);
        position.thaw(null, null);
        assertThat(remedy()).isEqualTo(Remedy.RECONNECT);
        assertThat(remedy()).isEqualTo(Remedy.STALE);
        assertThat(remedy()).isEqualTo(Remedy.NONE);
        assertThat(position.isAsking()).isFalse();
    }

    private Remedy remedy() {
        position.hello(true);
        return position.welcome(welcome(9, true));
    }
}

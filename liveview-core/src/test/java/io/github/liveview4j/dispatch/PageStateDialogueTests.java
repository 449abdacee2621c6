package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.resync;
import static io.github.liveview4j.dispatch.DispatcherFixture.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a page is told that shows something which only a server knew that is no more, or no longer knows it. */
class PageStateDialogueTests {

    private static final String CALLED_ELSEWHERE = HELLO.replace("}", ",\"node\":\"elsewher\",\"done\":1}");

    private final DispatcherFixture fixture = new DispatcherFixture().keepingState();

    @Test
    void aPageThatMadeCallsElsewhereHasToFetchItselfOnce() {
        Browser browser = fixture.socket().says(CALLED_ELSEWHERE);

        assertThat(browser.hears()).containsExactly(resync(false, 0));
        assertThat(browser.says(CALLED_ELSEWHERE).hears()).containsExactly(welcome(true));
    }

    @Test
    void aPageThatIsResumedGoesOn() {
        fixture.page().hangsUp();

        assertThat(fixture.socket().says(HELLO.replace("}", ",\"done\":1}")).hears())
                .containsExactly(welcome(true));
    }

    @Test
    void aPageThatWasAwayForTooLongHasToFetchItself() {
        Browser first = fixture.page();
        String node = fixture.dispatcher().pages().node();
        first.hangsUp();
        fixture.passes(Duration.ofMinutes(3));
        fixture.dispatcher().watch().look();

        Browser second = fixture.socket().says(HELLO.replace("}", ",\"node\":\"" + node + "\",\"done\":1}"));

        assertThat(second.hears()).containsExactly(resync(false, 0));
    }

    @Test
    void aPageThatIsNewOrHasMadeNoCallHasNothingToLose() {
        assertThat(fixture.socket().says(HELLO).hears()).containsExactly(welcome(false));
        assertThat(fixture.socket()
                        .says(CALLED_ELSEWHERE
                                .replace("page-0123", "other-0123")
                                .replace(":1}", ":0}"))
                        .hears())
                .containsExactly(welcome(false));
    }

    @Test
    void nobodyHasToWhereHandlersKeepNothing() {
        assertThat(new DispatcherFixture().socket().says(CALLED_ELSEWHERE).hears())
                .containsExactly(welcome(false));
    }
}

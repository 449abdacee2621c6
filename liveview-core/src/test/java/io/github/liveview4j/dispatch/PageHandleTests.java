package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.replace;
import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static io.github.liveview4j.dispatch.DispatcherFixture.resync;
import static io.github.liveview4j.dispatch.DispatcherFixture.welcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A page that is kept longer than a call. */
class PageHandleTests {

    private static final String FETCH = "{\"type\":\"resync\",\"epoch\":\"epoch\",\"seq\":0}";

    private final List<LiveViewConsumer> seen = new ArrayList<>();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers()).supporting(Locale.GERMAN);

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void look(LiveViewConsumer consumer) {
            seen.add(consumer);
        }

        @LiveViewHandler
        void sendToTheKept() {
            kept(0).send(replace("#a").text("in a call"));
        }
    }

    private LiveViewConsumer kept(int index) {
        return PageHandle.of(seen.get(index)).consumer();
    }

    private static String push(String text) {
        return "{\"type\":\"update\",\"updates\":[{\"target\":\"#a\",\"html\":\"" + text + "\"}]}";
    }

    @Test
    void isEqualInAllCallsOfAPageAndForNoOther() {
        fixture.page().calls(1, "look").calls(2, "look");
        fixture.socket().says(HELLO.replace("page-0123", "other-0123")).calls(1, "look");

        assertThat(PageHandle.of(seen.get(0)))
                .isEqualTo(PageHandle.of(seen.get(1)))
                .hasSameHashCodeAs(PageHandle.of(seen.get(1)))
                .isNotEqualTo(PageHandle.of(seen.get(2)));
        assertThat(seen.get(0)).isEqualTo(seen.get(1)).isEqualTo(kept(0)).isNotEqualTo(seen.get(2));
    }

    @Test
    void isAnotherOneForASecondLoadThatClaimsToBeTheSame() {
        fixture.page().calls(1, "look");
        fixture.socket("lobby", "liveview.v2", "mallory").says(HELLO).calls(1, "look");

        assertThat(seen.get(0).id()).isEqualTo(seen.get(1).id());
        assertThat(PageHandle.of(seen.get(0))).isNotEqualTo(PageHandle.of(seen.get(1)));
    }

    @Test
    void isRefusedForAConsumerThatIsMadeByHand() {
        LiveViewConsumer byHand = (LiveViewConsumer) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LiveViewConsumer.class}, (proxy, method, args) -> null);

        assertThatExceptionOfType(LiveViewException.class).isThrownBy(() -> PageHandle.of(byHand));
    }

    @Test
    void whatIsSentInACallIsTheCallsAndAnythingElseAPush() {
        Browser browser = fixture.page().calls(1, "look");
        browser.hears();

        browser.calls(2, "sendToTheKept");
        kept(0).send(replace("#a").text("later"));

        assertThat(browser.hears())
                .containsExactly(
                        push("in a call").replace("\"updates\"", "\"call\":2,\"n\":1,\"updates\""),
                        reply(2),
                        push("later"));
    }

    @Test
    void speaksTheLanguageOfTheLastCall() {
        Browser browser = fixture.page().calls(1, "look");
        assertThat(kept(0).locale()).isEqualTo(Locale.FRENCH);

        browser.says("{\"type\":\"call\",\"id\":2,\"function\":\"look\",\"lang\":\"de\"}");

        assertThat(kept(0).locale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void tellsAPageToFetchItselfAtOnce() {
        Browser browser = fixture.page().calls(1, "look");
        browser.hears();
        assertThat(PageHandle.of(seen.get(0)).isConnected()).isTrue();

        PageHandle.of(seen.get(0)).fetchItself();

        assertThat(browser.hears()).containsExactly(FETCH);
        assertThat(browser.says(HELLO).hears()).containsExactly(welcome(true));
    }

    @Test
    void tellsAPageThatIsAwayWhenItComesBackAndUntilItHasFetchedItself() {
        fixture.page().calls(1, "look").hangsUp();
        assertThat(PageHandle.of(seen.get(0)).isConnected()).isFalse();

        PageHandle.of(seen.get(0)).fetchItself();
        kept(0).send(replace("#a").text("of what is no longer"));

        Browser second = fixture.socket().says(HELLO);
        assertThat(second.hears()).containsExactly(resync(true, 0));
        second.hangsUp();
        Browser third = fixture.socket().says(HELLO);
        assertThat(third.hears()).containsExactly(resync(true, 0));
        assertThat(third.says(HELLO).hears()).containsExactly(welcome(true));
    }

    @Test
    void tellsAPageThatIsJustComingBackRightAfterItsWelcome() {
        fixture.page().calls(1, "look").hangsUp();
        // That is after it was looked whether everything is held.
        fixture.whenAskedForAssets(() -> PageHandle.of(seen.get(0)).fetchItself());

        List<String> heard = fixture.socket().says(HELLO).hears();

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).contains("welcome").doesNotContain("resync");
        assertThat(heard.get(1)).isEqualTo(FETCH);
    }

    @Test
    void cannotTellAPageOfTheFirstDialect() {
        Browser browser = fixture.socket("lobby", null, null).says("{\"function\":\"look\"}");

        PageHandle.of(seen.get(0)).fetchItself();

        assertThat(browser.hears()).isEmpty();
    }

    @Test
    void whatIsToBeDoneWhenAPageHasGoneCanBeTakenBack() throws InterruptedException {
        fixture.remembering(Duration.ofMinutes(1)).page().calls(1, "look").hangsUp();
        List<String> done = new ArrayList<>();
        CountDownLatch last = new CountDownLatch(1);
        Runnable takesBack = seen.get(0).onGone(() -> done.add("taken back"));
        seen.get(0).onGone(() -> done.add("kept"));
        takesBack.run();
        seen.get(0).onGone(last::countDown);

        fixture.passes(Duration.ofMinutes(2));
        fixture.dispatcher().watch().look();

        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("kept");
        assertThat(seen.get(0).isGone()).isTrue();
    }
}

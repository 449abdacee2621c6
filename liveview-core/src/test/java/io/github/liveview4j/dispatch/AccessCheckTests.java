package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.session.CloseReason;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Calls of a page whose user has signed out. */
class AccessCheckTests {

    private final AtomicInteger ran = new AtomicInteger();
    private final AtomicReference<BooleanSupplier> signedIn = new AtomicReference<>(() -> true);
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers())
            .behind(new Doors(handshake -> signedIn.get().getAsBoolean(), PageLimits.NONE, false));

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void act() {
            ran.incrementAndGet();
        }
    }

    private static String refused(long id, String code) {
        return "{\"type\":\"reply\",\"id\":" + id + ",\"error\":{\"code\":\"" + code + "\",\"ref\":\"REF\"}}";
    }

    @Test
    void runsNoCallOfAPageThatMayNotActAnyMoreAndClosesItsSocket() {
        Browser page = fixture.page().calls(1, "act");
        assertThat(page.hears()).containsExactly(reply(1));

        signedIn.set(() -> false);
        page.calls(2, "act");

        assertThat(page.hearsWithRef()).isEqualTo(refused(2, "signed_out"));
        assertThat(page.session.isOpen()).isFalse();
        await().untilAsserted(() -> assertThat(page.closes).containsExactly(CloseReason.SIGNED_OUT));
        assertThat(ran).hasValue(1);
    }

    @Test
    void runsNoCallWhereItCannotBeFoundOutAndKeepsTheSocket() {
        Browser page = fixture.page();
        signedIn.set(() -> {
            throw new IllegalStateException("the store of the sessions is away");
        });

        page.calls(1, "act");

        assertThat(page.hearsWithRef()).isEqualTo(refused(1, "unavailable"));
        assertThat(page.session.isOpen()).isTrue();
        signedIn.set(() -> true);
        assertThat(page.calls(1, "act").hears()).containsExactly(reply(1));
        assertThat(ran).hasValue(1);
    }

    @Test
    void asksOnceMoreAfterTheMiddlewaresWhichMayTakeTheirTime() {
        fixture.with((consumer, content, chain) -> {
            signedIn.set(() -> false);
            chain.proceed();
        });
        Browser page = fixture.page().calls(1, "act");

        assertThat(page.hearsWithRef()).isEqualTo(refused(1, "signed_out"));
        assertThat(ran).hasValue(0);
    }

    @Test
    void asksOnlyWhenItIsTheTurnOfTheCall() {
        fixture.with((consumer, content, chain) -> {
            chain.proceed();
            signedIn.set(() -> false);
        });
        Browser page = fixture.page().says("[" + Browser.call(1, "act") + "," + Browser.call(2, "act") + "]");

        assertThat(page.hears().stream().map(frame -> frame.contains("ref") ? Browser.withoutRef(frame) : frame))
                .containsExactly(reply(1), refused(2, "signed_out"));
        assertThat(ran).hasValue(1);
    }

    /** As a sign-out ends between the handshake's look at the session and its socket: nobody else would see the socket. */
    @Test
    void aPageThatComesAfterItsSignOutHearsNothing() {
        Browser page = fixture.page();
        page.hangsUp();
        signedIn.set(() -> false);

        Browser again = fixture.socket().says(DispatcherFixture.HELLO);

        assertThat(again.hears()).isEmpty();
        assertThat(again.session.isOpen()).isFalse();
        await().untilAsserted(() -> assertThat(again.closes).containsExactly(CloseReason.SIGNED_OUT));
    }

    @Test
    void aPageOfTheFirstDialectThatComesAfterItsSignOutIsInNoRoom() {
        signedIn.set(() -> false);

        Browser page = fixture.socket("lobby", null, null);

        assertThat(page.session.isOpen()).isFalse();
        assertThat(fixture.registry.roomsOf(page.session)).isEmpty();
    }

    @Test
    void aCallThatHasRunIsNotSaidToBeRefusedWhenItIsAskedForAgain() {
        Browser page = fixture.page().calls(1, "act");
        page.hangsUp();
        Browser again = fixture.page();
        signedIn.set(() -> {
            throw new IllegalStateException("the store of the sessions is away");
        });

        again.calls(1, "act").calls(2, "act");

        assertThat(again.hears().stream().map(Browser::withoutRef))
                .containsExactly(refused(1, "unknown"), refused(2, "unavailable"));
        assertThat(ran).hasValue(1);
    }
}

package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Pages that lose their connection and come back. */
@LiveViewTest
class ConnectionTests {

    @Autowired
    private LiveViewTester tester;

    @Autowired
    private LiveViewBroadcaster live;

    @Autowired
    private LiveViewSessionRegistry sessions;

    private TestPage page;

    @BeforeEach
    void open() {
        page = tester.open("/");
    }

    @Test
    void whatWasMissedIsThereAfterwards() {
        String id = page.id();
        page.disconnect();
        assertThat(page.isConnected()).isFalse();

        shout("missed");
        page.reconnect();

        assertThat(page.element("#news").text()).isEqualTo("missed");
        assertThat(page.id()).isEqualTo(id);
        shout("seen");
        assertThat(page).elements("#news p").haveTexts("missed", "seen");
    }

    @Test
    void callMadeWithoutAConnectionWaitsForIt() {
        page.disconnect();
        page.element("#add").click();
        assertThat(page).element("#item-2").doesNotExist();

        page.reconnect();

        assertThat(page).element("#item-2").exists();
    }

    @Test
    void pushIsHeldForThePage() {
        page.disconnect();
        live.to(LiveViewBroadcaster.page(page.id()))
                .send(LiveViewMessage.replace("#reminder").text("held"));

        page.reconnect();

        assertThat(page).element("#reminder").hasText("held");
    }

    @Test
    void serverThatClosesIsNoticed() {
        List.of(sessions.all()).forEach(session -> session.close(CloseReason.RESTART));

        assertThat(page).failedWith("closed");
        assertThat(page.isConnected()).isFalse();
        page.reconnect();
        assertThat(page.isConnected()).isTrue();
    }

    @Test
    void pageThatWasLeftDoesNotComeBack() {
        page.element("#away").click();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(page::reconnect)
                .withMessageContaining("has been left");
    }

    private void shout(String text) {
        live.to(LiveViewBroadcaster.room("shop"))
                .send(LiveViewMessage.append("#news").html("<p>" + text + "</p>"));
    }

    /** Of a server that keeps next to nothing, so that pages have to fetch themselves. */
    @Nested
    @LiveViewTest(properties = "liveview.history.updates=1")
    class Forgetful {

        @Test
        void pageFetchesItselfWhereItsPastIsForgotten() {
            String visits = page.element("#visits").text();
            page.element("#name").type("Ana");
            page.element("#add").click();
            page.disconnect();
            for (int i = 0; i < 5; i++) {
                shout("forgotten");
            }

            page.reconnect();

            assertThat(page.element("#visits").text()).isNotEqualTo(visits);
            assertThat(page).element("#item-2").doesNotExist();
            assertThat(page).element("#name").hasValue("Ana");
            assertThat(page).element("#started").hasText("started with milk");
            shout("new");
            assertThat(page).element("#news p").hasText("new");
        }

        /** The page fetches itself on a thread of its own, which knows nothing of the test's user. */
        @Test
        @WithMockUser("grace")
        void pageFetchesItselfAsItsUser() {
            TestPage order = tester.open("/orders/7");
            order.disconnect();
            for (int i = 0; i < 5; i++) {
                live.to(LiveViewBroadcaster.user("grace"))
                        .send(LiveViewMessage.replace("#who").text("forgotten"));
            }

            order.reconnect();

            assertThat(order).hasNoFailures().hasUser("grace").element("#who").hasText("");
            order.element("#who_am_i").click();
            assertThat(order).element("#who").hasText("grace");
        }
    }

    @Test
    void pagesOfATestAreClosedWhenItEnds() {
        // Of this test alone, whatever others have opened in the same context.
        assertThat(sessions.all()).extracting(LiveViewSession::page).containsExactly(page.id());
    }
}

package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.PAGE;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.session.CloseReason;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTests {

    private final LogCapture log = new LogCapture("io.github.liveview4j.dispatch");
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());
    private Browser browser;

    @SuppressWarnings("unused") // called by name
    private static final class Handlers {

        @LiveViewHandler
        void work() {}
    }

    @BeforeEach
    void open() {
        browser = fixture.page();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    private void refuse(int times) {
        for (int i = 0; i < times; i++) {
            browser.says("nonsense");
        }
    }

    private void awaitClose() {
        await().until(() -> !browser.closes.isEmpty());
        assertThat(browser.closes).containsExactly(CloseReason.PROTOCOL);
        assertThat(CloseReason.PROTOCOL.code()).isEqualTo(4400);
        assertThat(fixture.registry.all()).isEmpty();
    }

    @Test
    void ninetyNineRefusedFramesAreForgiven() {
        refuse(99);
        assertThat(browser.hears()).hasSize(99);

        assertThat(browser.calls(1, "work").hears()).containsExactly(reply(1));
        assertThat(browser.session.isOpen()).isTrue();
        assertThat(browser.closes).isEmpty();
    }

    @Test
    void theHundredthClosesTheSocketAndNothingMoreIsAnswered() {
        refuse(100);
        browser.calls(1, "work");

        assertThat(browser.hears()).hasSize(100).doesNotContain(reply(1));
        awaitClose();
        assertThat(log.messages()).hasSize(101).last().asString().contains("is closed after 100 refused frames");
    }

    @Test
    void framesOutOfPlaceCountToo() {
        refuse(50);
        for (int i = 0; i < 50; i++) {
            browser.says(HELLO.replace(PAGE, "another-page-0123456789"));
        }

        awaitClose();
    }

    @Test
    void goodFramesInBetweenDoNotResetTheCount() {
        refuse(99);
        browser.calls(1, "work");
        refuse(1);

        awaitClose();
    }

    @Test
    void whatFollowsInTheFrameThatClosedTheSocketIsNotAnswered() {
        browser.says("[" + String.join(",", Collections.nCopies(150, "0")) + "]");

        assertThat(browser.hears()).hasSize(100);
        awaitClose();
    }

    @Test
    void aCallThatIsTooLargeIsAnsweredUnderItsNumber() {
        browser.says(
                "{\"type\":\"call\",\"id\":9,\"function\":\"work\",\"data\":{\"a\":\"" + "x".repeat(70_000) + "\"}}");

        assertThat(browser.hearsWithRef())
                .isEqualTo("{\"type\":\"reply\",\"id\":9,\"error\":{\"code\":\"malformed\",\"ref\":\"REF\"}}");
    }

    @Test
    void failedCallsAreNotCounted() {
        for (int id = 1; id <= 120; id++) {
            browser.calls(id, "nobody");
        }

        assertThat(browser.session.isOpen()).isTrue();
    }

    @Test
    void everySocketHasItsOwnCount() {
        Browser other = fixture.socket();
        refuse(60);
        for (int i = 0; i < 60; i++) {
            other.says("nonsense");
        }

        assertThat(fixture.registry.all()).hasSize(2);
    }

    @Test
    void refusedFramesAreLoggedInALineEach() {
        browser.says("one\ntwo", "three\r\nfour");

        assertThat(log.messages())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("was refused").doesNotContain("\n", "\r"));
    }
}

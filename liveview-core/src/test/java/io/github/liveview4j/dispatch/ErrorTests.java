package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;
import static io.github.liveview4j.dispatch.DispatcherFixture.SECRET;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ErrorTests {

    private final LogCapture log = new LogCapture("io.github.liveview4j.dispatch");
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @AfterEach
    void stop() {
        log.close();
    }

    @SuppressWarnings("unused") // called by name
    private static final class Handlers {

        @LiveViewHandler
        void fail() {
            throw new IllegalStateException(SECRET);
        }

        @LiveViewHandler
        @SuppressWarnings("InfiniteRecursion")
        void recurse() {
            recurse();
        }

        @LiveViewHandler
        void sendBroken(LiveViewConsumer consumer) {
            consumer.send(page().title("before"));
            consumer.send(replace("#a").template("broken"));
        }

        @LiveViewHandler
        LiveViewMessage returnBroken() {
            return replace("#a").template("broken");
        }

        @LiveViewHandler
        LiveViewMessage returnUnwritable() {
            return page().event("e", new Unwritable());
        }

        @LiveViewHandler
        void fine() {}
    }

    /** Has a getter that fails, so that it cannot be written as JSON. */
    @SuppressWarnings("unused")
    static final class Unwritable {
        public String getText() {
            throw new IllegalStateException(SECRET);
        }
    }

    private static String failed(String function) {
        return "{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"failed\",\"ref\":\"REF\",\"function\":\"" + function
                + "\"}}";
    }

    /** The answer to a call that failed: what every such answer has in common is looked at here. */
    private Throwable causeAfterFailure(String function) {
        Browser browser = fixture.page().calls(1, function);
        String frame = browser.hears().stream().reduce("", (first, last) -> last);
        assertThat(frame).doesNotContain(SECRET, "Exception", "Error");
        assertThat(Browser.withoutRef(frame)).isEqualTo(failed(function));
        assertThat(log.entries()).hasSize(1);
        ILoggingEvent entry = log.entries().get(0);
        assertThat(entry.getLevel()).isEqualTo(Level.ERROR);
        assertThat(entry.getFormattedMessage()).startsWith("[" + Browser.refOf(frame) + "] ");
        assertThat(browser.calls(2, "fine").hears()).containsExactly(reply(2));
        return LogCapture.causeOf(entry);
    }

    @Test
    @DisplayName("D46: a failed handler is a reference to the page and a cause to the log")
    void answersAFailedHandlerWithAReferenceAndLogsTheCauseUnderIt() {
        assertThat(causeAfterFailure("fail"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(SECRET);
    }

    @Test
    void survivesAHandlerThatOverflowsTheStack() {
        assertThat(causeAfterFailure("recurse")).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void answersAFailedRenderingOfAReturnedMessage() {
        assertThat(causeAfterFailure("returnBroken"))
                .isInstanceOf(LiveViewException.class)
                .hasMessageContaining(SECRET);
    }

    @Test
    void answersAReturnedMessageThatCannotBeWritten() {
        assertThat(causeAfterFailure("returnUnwritable")).isInstanceOf(LiveViewException.class);
    }

    @Test
    void failsTheHandlerWhenWhatItSendsCannotBeRendered() {
        assertThat(causeAfterFailure("sendBroken")).hasMessageContaining(SECRET);
    }

    @Test
    void keepsWhatWasSentBeforeTheFailure() {
        assertThat(fixture.page().calls(1, "sendBroken").hears())
                .hasSize(2)
                .first()
                .isEqualTo("{\"type\":\"update\",\"call\":1,\"n\":1,\"updates\":[{\"title\":\"before\"}]}");
    }

    @Test
    void asksNoResolverAboutAnError() {
        fixture.resolving((exception, consumer, content) -> LiveViewExceptionResolver.Resolution.error("mine"));

        assertThat(causeAfterFailure("recurse")).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void answersAnUnknownFunctionWithoutRepeatingItAndLogsItInALine() {
        Browser browser =
                fixture.page().says("{\"type\":\"call\",\"id\":1,\"function\":\"<b>\\n" + "x".repeat(500) + "\"}");

        String frame = browser.hears().get(0);
        assertThat(Browser.withoutRef(frame))
                .isEqualTo("{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"unknown_function\",\"ref\":\"REF\"}}");
        assertThat(log.messages())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("[" + Browser.refOf(frame) + "] No handler answers '<b>\\u000ax")
                        .hasSizeLessThan(500)
                        .doesNotContain("\n"));
        assertThat(log.entries()).allSatisfy(entry -> {
            assertThat(entry.getLevel()).isEqualTo(Level.WARN);
            assertThat(entry.getThrowableProxy()).isNull();
        });
    }

    @Test
    void logsTheReasonOfARefusedFrameUnderItsReference() {
        Browser browser = fixture.page().says("{\"type\":\"" + SECRET + "\"}");

        String frame = browser.hears().get(0);
        assertThat(frame).doesNotContain(SECRET);
        assertThat(log.messages())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("[" + Browser.refOf(frame) + "] ")
                        .contains("expected hello, call, ping or pong"));
    }
}

package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.SECRET;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver.Resolution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallScopeTests {

    private static final String FAILED =
            "{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"failed\",\"ref\":\"REF\"," + "\"function\":\"work\"}}";

    private final LogCapture log = new LogCapture("io.github.liveview4j.dispatch");
    private final List<String> steps = new ArrayList<>();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @AfterEach
    void stop() {
        log.close();
    }

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void work() {
            steps.add("work");
        }

        @LiveViewHandler
        void fail() {
            steps.add("fail");
            throw new IllegalStateException(SECRET);
        }
    }

    private DispatcherFixture recording() {
        return fixture.in((consumer, connection) -> {
            steps.add("enter " + consumer.room());
            return () -> steps.add("leave");
        });
    }

    @Test
    void surroundsMiddlewaresAndHandlerOnEveryCall() {
        recording().with((consumer, content, chain) -> {
            steps.add("before");
            chain.proceed();
            steps.add("after");
        });

        fixture.page().calls(1, "work").calls(2, "work");

        assertThat(steps)
                .containsExactly(
                        "enter lobby",
                        "before",
                        "work",
                        "after",
                        "leave",
                        "enter lobby",
                        "before",
                        "work",
                        "after",
                        "leave");
    }

    @Test
    void isLeftAfterAFailureAndAfterTheResolvers() {
        recording().resolving((exception, consumer, content) -> {
            steps.add("resolve");
            return Resolution.error("mine");
        });

        fixture.page().calls(1, "fail");

        assertThat(steps).containsExactly("enter lobby", "fail", "resolve", "leave");
    }

    @Test
    void isNotEnteredForWhatIsNoCall() {
        recording();

        fixture.page().says("{\"type\":\"ping\"}", "nonsense");

        assertThat(steps).isEmpty();
    }

    @Test
    void thatCannotBeEnteredFailsTheCall() {
        fixture.in((consumer, connection) -> {
            throw new IllegalStateException(SECRET);
        });

        assertThat(fixture.page().calls(1, "work").hearsWithRef()).isEqualTo(FAILED);
        assertThat(steps).isEmpty();
        assertThat(log.entries()).hasSize(1);
    }

    @Test
    void thatCannotBeLeftFailsTheCall() {
        fixture.in((consumer, connection) -> () -> {
            throw new IllegalStateException(SECRET);
        });

        assertThat(fixture.page().calls(1, "work").hearsWithRef()).isEqualTo(FAILED);
        assertThat(log.entries()).hasSize(1);
    }

    @Test
    void mayBeNone() {
        fixture.in(CallScope.none());

        assertThat(fixture.page().calls(1, "work").hears()).containsExactly(reply(1));
    }
}

package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;
import static io.github.liveview4j.dispatch.DispatcherFixture.SECRET;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.LogCapture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MiddlewareTests {

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
        LiveViewMessage work() {
            steps.add("work");
            return page().title("done");
        }

        @LiveViewHandler
        void fail() throws IOException {
            throw new IOException(SECRET);
        }
    }

    private LiveViewMiddleware named(String name) {
        return (consumer, content, chain) -> {
            steps.add(name + " before " + content.function());
            chain.proceed();
            steps.add(name + " after");
        };
    }

    private String failure(String function) {
        return fixture.page().calls(1, function).hearsWithRef();
    }

    private static String failed(String function) {
        return "{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"failed\",\"ref\":\"REF\",\"function\":\"" + function
                + "\"}}";
    }

    @Test
    void surroundTheHandlerInTheirOrder() {
        fixture.with(named("a"), named("b")).page().calls(1, "work");

        assertThat(steps).containsExactly("a before work", "b before work", "work", "b after", "a after");
    }

    @Test
    void mayKeepTheEventFromTheHandlerWhichAnswersTheCallWithoutError() {
        fixture.with(named("a"), (consumer, content, chain) -> steps.add("veto"), named("c"));

        assertThat(fixture.page().calls(1, "work").hears()).containsExactly(reply(1));
        assertThat(steps).containsExactly("a before work", "veto", "a after");
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void maySendToThePageInPlaceOfTheHandler() {
        fixture.with(
                (consumer, content, chain) -> consumer.send(replace("#login").html("Please sign in")));

        assertThat(fixture.page().calls(1, "work").hears())
                .containsExactly(
                        "{\"type\":\"update\",\"call\":1,\"n\":1,\"updates\":"
                                + "[{\"target\":\"#login\",\"html\":\"Please sign in\"}]}",
                        reply(1));
    }

    @Test
    void cannotRunTheHandlerTwice() {
        fixture.with((consumer, content, chain) -> {
            chain.proceed();
            chain.proceed();
        });

        assertThat(failure("work")).isEqualTo(failed("work"));
        assertThat(steps).containsExactly("work");
        assertThat(log.entries())
                .singleElement()
                .extracting(LogCapture::causeOf)
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mayCallTheChainForEveryEventAnew() {
        fixture.with(named("a")).page().calls(1, "work").calls(2, "work");

        assertThat(steps).filteredOn("work"::equals).hasSize(2);
    }

    @Test
    void thatThrowEndTheCallWithAnError() {
        fixture.with(named("a"), (consumer, content, chain) -> {
            throw new IllegalStateException(SECRET);
        });

        assertThat(failure("work")).isEqualTo(failed("work"));
        assertThat(steps).containsExactly("a before work");
    }

    @Test
    void meetTheHandlersExceptionAsItWasThrown() {
        fixture.with((consumer, content, chain) -> {
            try {
                chain.proceed();
            } catch (Exception e) {
                steps.add(e.getClass().getSimpleName());
                throw e;
            }
        });

        assertThat(failure("fail")).isEqualTo(failed("fail"));
        assertThat(steps).containsExactly("IOException");
    }

    @Test
    void maySwallowTheHandlersException() {
        fixture.with((consumer, content, chain) -> {
            try {
                chain.proceed();
            } catch (Exception e) {
                steps.add("swallowed");
            }
        });

        assertThat(fixture.page().calls(1, "fail").hears()).containsExactly(reply(1));
    }

    @Test
    @DisplayName("D47: middlewares see functions that nobody answers")
    void seeFunctionsThatNobodyAnswers() {
        fixture.with(named("a"));

        assertThat(failure("nobody"))
                .isEqualTo("{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"unknown_function\",\"ref\":\"REF\"}}");
        assertThat(steps).containsExactly("a before nobody");
    }

    @Test
    void mayAnswerForFunctionsThatNobodyAnswers() {
        fixture.with((consumer, content, chain) -> consumer.send(page().title(content.function())));

        assertThat(fixture.page().calls(1, "nobody").hears()).hasSize(2).last().isEqualTo(reply(1));
    }
}

package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;
import static io.github.liveview4j.dispatch.DispatcherFixture.SECRET;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver.Resolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExceptionResolverTests {

    private static final IOException FAILURE = new IOException(SECRET);
    private static final String FAILED =
            "{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"failed\",\"ref\":\"REF\",\"function\":\"fail\"}}";

    private final LogCapture log = new LogCapture("io.github.liveview4j.dispatch");
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());
    private final List<String> asked = new ArrayList<>();

    @AfterEach
    void stop() {
        log.close();
    }

    @SuppressWarnings("unused") // called by name
    private static final class Handlers {

        @LiveViewHandler
        void fail() throws IOException {
            throw FAILURE;
        }
    }

    private LiveViewExceptionResolver passing(String name) {
        return (exception, consumer, content) -> {
            asked.add(name);
            return null;
        };
    }

    private String failure() {
        return fixture.page().calls(1, "fail").hearsWithRef();
    }

    @Test
    void areAskedInOrderUntilOneAnswers() {
        fixture.resolving(
                passing("first"),
                (exception, consumer, content) -> {
                    asked.add("second");
                    return Resolution.error("mine");
                },
                passing("third"));

        assertThat(fixture.page().calls(1, "fail").hears())
                .containsExactly("{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"mine\",\"function\":\"fail\"}}");
        assertThat(asked).containsExactly("first", "second");
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void leaveTheRestToTheLogAndAReference() {
        fixture.resolving(passing("first"), passing("second"));

        assertThat(failure()).isEqualTo(FAILED);
        assertThat(asked).containsExactly("first", "second");
    }

    @Test
    void getACheckedExceptionAsItWasThrownWithThePageAndTheEvent() {
        fixture.resolving((exception, consumer, content) -> {
            assertThat(exception).isSameAs(FAILURE);
            assertThat(consumer.id()).isEqualTo(DispatcherFixture.PAGE);
            assertThat(content.function()).isEqualTo("fail");
            return Resolution.error("seen");
        });

        assertThat(fixture.page().calls(1, "fail").hears())
                .singleElement()
                .asString()
                .contains("\"seen\"");
    }

    @Test
    void mayAnswerWithMessagesInPlaceOfAnError() {
        fixture.resolving((exception, consumer, content) ->
                Resolution.send(replace("#error").template("sorry"), page().title("Sorry")));

        assertThat(fixture.page().calls(1, "fail").hears())
                .containsExactly("{\"type\":\"reply\",\"id\":1,\"updates\":[{\"target\":\"#error\",\"html\":"
                        + "\"<p>sorry {} fr</p>\"},{\"title\":\"Sorry\"}]}");
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void mayAnswerWithNothingAtAll() {
        fixture.resolving((exception, consumer, content) -> Resolution.send());

        assertThat(fixture.page().calls(1, "fail").hears()).containsExactly(reply(1));
    }

    @Test
    void maySendToThePageAsPartOfTheCall() {
        fixture.resolving((exception, consumer, content) -> {
            consumer.send(page().title("Sorry"));
            return Resolution.error("mine");
        });

        assertThat(fixture.page().calls(1, "fail").hears())
                .hasSize(2)
                .first()
                .isEqualTo("{\"type\":\"update\",\"call\":1,\"n\":1,\"updates\":[{\"title\":\"Sorry\"}]}");
    }

    @Test
    void areAskedAboutUnknownFunctions() {
        fixture.resolving((exception, consumer, content) ->
                exception instanceof UnknownHandlerException ? Resolution.error("gone") : null);

        assertThat(fixture.page().calls(1, "nobody").hears())
                .containsExactly("{\"type\":\"reply\",\"id\":1,\"error\":{\"code\":\"gone\"}}");
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void areAskedAboutMiddlewares() {
        fixture.with((consumer, content, chain) -> {
            throw new IllegalArgumentException(SECRET);
        });
        fixture.resolving((exception, consumer, content) ->
                exception instanceof IllegalArgumentException ? Resolution.error("mine") : null);

        assertThat(fixture.page().calls(1, "fail").hears())
                .singleElement()
                .asString()
                .contains("\"mine\"");
    }

    @Test
    void thatThrowAreLoggedTogetherWithWhatTheyWereAskedAbout() {
        IllegalStateException own = new IllegalStateException("resolver " + SECRET);
        fixture.resolving((exception, consumer, content) -> {
            throw own;
        });

        assertThat(failure()).isEqualTo(FAILED);
        assertThat(log.entries())
                .singleElement()
                .extracting(LogCapture::causeOf)
                .isSameAs(own);
        assertThat(own).hasSuppressedException(FAILURE);
    }

    @Test
    void thatThrowAnErrorEndTheCallToo() {
        fixture.resolving((exception, consumer, content) -> {
            throw new StackOverflowError();
        });

        assertThat(failure()).isEqualTo(FAILED);
    }

    @Test
    void mayThrowTheSameExceptionAgain() {
        IllegalStateException same = new IllegalStateException(SECRET);
        fixture.with((consumer, content, chain) -> {
            throw same;
        });
        fixture.resolving((exception, consumer, content) -> {
            throw same;
        });

        assertThat(failure()).isEqualTo(FAILED);
        assertThat(log.entries())
                .singleElement()
                .extracting(LogCapture::causeOf)
                .isSameAs(same);
    }

    @Test
    void whoseMessagesCannotBeRenderedEndTheCallWithAnError() {
        fixture.resolving(
                (exception, consumer, content) -> Resolution.send(replace("#a").template("broken")));

        assertThat(failure()).isEqualTo(FAILED);
        assertThat(log.entries()).hasSize(1);
    }

    @Test
    void whoseMessagesCannotBeWrittenEndTheCallWithAnError() {
        fixture.resolving(
                (exception, consumer, content) -> Resolution.send(page().event("e", new ErrorTests.Unwritable())));

        assertThat(failure()).isEqualTo(FAILED);
        assertThat(log.entries()).hasSize(1);
    }
}

package io.github.liveview4j.dispatch;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;
import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.PAGE;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static io.github.liveview4j.dispatch.DispatcherFixture.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DialogueTests {

    private final AtomicReference<LiveViewConsumer> kept = new AtomicReference<>();
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void nothing() {}

        @LiveViewHandler("say_hello")
        void sayHello(LiveViewConsumer consumer, LiveViewContent content) {
            consumer.send(replace("#a").text("Hello " + content.form("name")));
            consumer.send(append("#b").html("1"), append("#b").html("2"));
        }

        @LiveViewHandler
        LiveViewMessage one(LiveViewContent content) {
            return replace("#a").text(content.data("who") + " " + content.lang() + " " + content.room());
        }

        @LiveViewHandler
        List<LiveViewMessage> many(LiveViewConsumer consumer) {
            consumer.send(page().title("first"));
            return List.of(replace("#a").template("hello :: greeting").with("x", 1), page().title("second"));
        }

        @LiveViewHandler
        void keep(LiveViewConsumer consumer) {
            kept.set(consumer);
        }

        @LiveViewHandler
        void fork(LiveViewConsumer consumer) {
            CompletableFuture.runAsync(() -> consumer.send(page().title("helper")))
                    .join();
        }

        @LiveViewHandler
        void tellAll(LiveViewConsumer consumer) {
            consumer.send();
            consumer.broadcast(page().title("all"));
        }
    }

    @Test
    void answersHelloWithWelcome() {
        Browser browser = fixture.socket().says(HELLO);

        assertThat(browser.hears()).containsExactly(welcome(false));
        assertThat(fixture.registry.all()).containsExactly(browser.session);
    }

    @Test
    void saysInEveryWelcomeWhichStaticResourcesThereAre() {
        fixture.serves("one");
        Browser browser = fixture.socket().says(HELLO);

        assertThat(browser.hears()).containsExactly(welcome(false).replace("}", ",\"assets\":\"one\"}"));

        fixture.serves("two");
        browser.says(HELLO);

        assertThat(browser.hears()).containsExactly(welcome(true).replace("}", ",\"assets\":\"two\"}"));
    }

    @Test
    void refusesACallBeforeHello() {
        Browser browser = fixture.socket().calls(4, "nothing");

        assertThat(browser.hearsWithRef())
                .isEqualTo("{\"type\":\"reply\",\"id\":4,\"error\":{\"code\":\"unexpected\",\"ref\":\"REF\"}}");

        browser.says(HELLO).calls(4, "nothing");
        assertThat(browser.hears()).containsExactly(welcome(false), reply(4));
    }

    @Test
    void answersASecondHelloOfTheSamePage() {
        Browser browser = fixture.page().says(HELLO);

        assertThat(browser.hears()).containsExactly(welcome(true));
        assertThat(browser.calls(1, "nothing").hears()).containsExactly(reply(1));
    }

    @Test
    void refusesAHelloOfAnotherPageAndGoesOn() {
        Browser browser = fixture.page().says(HELLO.replace(PAGE, "another-page-0123456789"));

        assertThat(browser.hearsWithRef()).isEqualTo("{\"type\":\"error\",\"code\":\"unexpected\",\"ref\":\"REF\"}");
        assertThat(browser.calls(1, "nothing").hears()).containsExactly(reply(1));
    }

    @Test
    void sendsUpdatesMarkedAsTheCallsAndThenTheReply() {
        Browser browser = fixture.page()
                .says("{\"type\":\"call\",\"id\":7,\"function\":\"say_hello\",\"form\":[[\"name\",\"<Ana>\"]]}");

        assertThat(browser.hears())
                .containsExactly(
                        "{\"type\":\"update\",\"call\":7,\"n\":1,\"updates\":"
                                + "[{\"target\":\"#a\",\"html\":\"Hello &lt;Ana&gt;\"}]}",
                        "{\"type\":\"update\",\"call\":7,\"n\":2,\"updates\":[{\"target\":\"#b\",\"html\":\"1\","
                                + "\"append\":true},{\"target\":\"#b\",\"html\":\"2\",\"append\":true}]}",
                        reply(7));
    }

    @Test
    void putsAReturnedMessageIntoTheReply() {
        Browser browser = fixture.page()
                .says("{\"type\":\"call\",\"id\":1,\"function\":\"one\",\"data\":{\"who\":\"Ana\"},\"lang\":\"es\"}");

        assertThat(browser.hears())
                .containsExactly("{\"type\":\"reply\",\"id\":1,\"updates\":"
                        + "[{\"target\":\"#a\",\"html\":\"Ana es lobby\"}]}");
    }

    @Test
    void putsReturnedMessagesRenderedIntoTheReplyAfterWhatWasSent() {
        assertThat(fixture.page().calls(1, "many").hears())
                .containsExactly(
                        "{\"type\":\"update\",\"call\":1,\"n\":1,\"updates\":[{\"title\":\"first\"}]}",
                        "{\"type\":\"reply\",\"id\":1,\"updates\":[{\"target\":\"#a\",\"html\":"
                                + "\"<p>hello :: greeting {x=1} fr</p>\"},{\"title\":\"second\"}]}");
    }

    @Test
    void answersSeveralEventsOfOneFrameInOrder() {
        String call = Browser.call(1, "nothing");
        String other = Browser.call(2, "nothing");
        Browser browser = fixture.socket().says("[" + HELLO + "," + call + ",{\"type\":\"ping\"}," + other + "]");

        assertThat(browser.hears()).containsExactly(welcome(false), reply(1), "{\"type\":\"pong\"}", reply(2));
    }

    @Test
    void answersWhatIsReadableBesideWhatIsNot() {
        Browser browser = fixture.page().says("[17," + Browser.call(1, "nothing") + "]");

        List<String> frames = browser.hears();
        assertThat(frames).hasSize(2);
        assertThat(Browser.withoutRef(frames.get(0)))
                .isEqualTo("{\"type\":\"error\",\"code\":\"malformed\",\"ref\":\"REF\"}");
        assertThat(frames.get(1)).isEqualTo(reply(1));
    }

    @Test
    void marksWhatAnotherThreadSendsWhileTheCallRuns() {
        assertThat(fixture.page().calls(3, "fork").hears())
                .containsExactly(
                        "{\"type\":\"update\",\"call\":3,\"n\":1,\"updates\":[{\"title\":\"helper\"}]}", reply(3));
    }

    @Test
    void doesNotMarkWhatIsSentAfterTheCall() {
        Browser browser = fixture.page().calls(1, "keep");

        kept.get().send(page().title("later"));
        CompletableFuture.runAsync(() -> kept.get().send(page().title("elsewhere")))
                .join();

        assertThat(browser.hears())
                .containsExactly(
                        reply(1),
                        "{\"type\":\"update\",\"updates\":[{\"title\":\"later\"}]}",
                        "{\"type\":\"update\",\"updates\":[{\"title\":\"elsewhere\"}]}");
    }

    @Test
    void showsAHandlerThePageBehindTheSocket() {
        Browser browser = fixture.socket("garden", "liveview.v2", "ana").says(HELLO);
        browser.calls(1, "keep");
        LiveViewConsumer first = kept.get();
        first.attributes().put("seen", 1);
        browser.calls(2, "keep");

        assertThat(first.id()).isEqualTo(PAGE);
        assertThat(first.room()).isEqualTo("garden");
        assertThat(first.user().map(Principal::getName)).isEqualTo(Optional.of("ana"));
        assertThat(first.locale()).isEqualTo(Locale.FRENCH);
        assertThat(kept.get().attributes()).containsEntry("seen", 1);
    }

    @Test
    void broadcastsInThePagesLanguageAndSendsNothingForNoMessages() {
        assertThat(fixture.page().calls(1, "tellAll").hears()).containsExactly(reply(1));
        assertThat(fixture.broadcasts).containsExactly("Everyone[] fr [LiveViewMessage[NONE, effects=[title]]]");
    }

    @Test
    void answersPingAlsoBeforeHelloAndPongWithNothing() {
        assertThat(fixture.socket()
                        .says("{\"type\":\"ping\"}", "{\"type\":\"pong\"}")
                        .hears())
                .containsExactly("{\"type\":\"pong\"}");
    }

    @Test
    void takesNoMoreEventsOfAFrameOnceTheSessionHasEnded() {
        DispatcherFixture other = new DispatcherFixture(new Handlers());
        Browser browser = other.page();
        browser.session.disconnected();

        browser.calls(1, "keep");

        assertThat(kept).hasNullValue();
        assertThat(browser.hears()).isEmpty();
    }

    @Test
    void forgetsAPageWhoseConnectionEndsWhileItSaysHello() {
        Browser browser = fixture.socket();
        // Containers may tell of the end on another thread than the one that reads.
        fixture.whenTheClockIsLookedAt(browser::hangsUp);
        browser.says(HELLO);
        assertThat(fixture.dispatcher().pages().size()).isEqualTo(1);

        fixture.passes(PageSettings.RETENTION.plusMillis(1));
        fixture.dispatcher().watch().look();

        assertThat(fixture.dispatcher().pages().size()).isZero();
    }
}

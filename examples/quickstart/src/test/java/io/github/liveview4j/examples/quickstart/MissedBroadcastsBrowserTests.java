package io.github.liveview4j.examples.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import io.github.liveview4j.examples.support.BrowserExtension;
import io.github.liveview4j.examples.support.Forwarder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is broadcast while a page has no connection reaches it all the same, once and in order. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MissedBroadcastsBrowserTests {

    /** What Chromium itself writes to the console, every time that it does not reach the server. */
    private static final String CONNECTION_FAILED = "^WebSocket connection to .* failed";

    private static final GetByTextOptions EXACT = new GetByTextOptions().setExact(true);

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    @Autowired
    private Survey survey;

    @LocalServerPort
    private int port;

    private Forwarder network;

    @BeforeEach
    void connect() throws IOException {
        network = new Forwarder(port);
    }

    @AfterEach
    void disconnect() throws IOException {
        survey.whileItIsLoaded(() -> {});
        network.close();
    }

    @Test
    void broadcastBetweenThePagesHtmlAndItsSocketArrives() {
        Page page = browser.newPage();
        SurveyVisitor visitor = new SurveyVisitor(page);
        List<Route> scripts = new ArrayList<>();
        page.route(Pattern.compile("liveview\\.min\\.js"), scripts::add);
        page.navigate(network.url() + "survey", new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        assertThat(visitor.lines("ticks")).hasCount(0);
        page.waitForCondition(() -> !scripts.isEmpty());
        assertThat(page.locator("html")).not().hasAttribute("data-liveview-status", Pattern.compile(".*"));

        survey.tick("One");
        survey.tick("Two");
        scripts.forEach(Route::resume);
        visitor.awaitStatus("connected");
        survey.tick("Three");

        assertThat(visitor.lines("ticks")).hasText(new String[] {"One", "Two", "Three"});
        assertThat(visitor.fetches()).hasSize(1);
        assertThat(visitor.hellos()).isEqualTo(1);
    }

    @Test
    void whatIsBothInTheHtmlAndBroadcastIsShownOnceWhereItHasAnId() {
        SurveyVisitor visitor = new SurveyVisitor(browser.newPage());
        String note = UUID.randomUUID().toString();
        survey.whileItIsLoaded(() -> {
            survey.note(note);
            survey.tick("sent after the note");
        });

        visitor.open(network.url());

        assertThat(visitor.lines("ticks")).hasText(new String[] {"sent after the note"});
        assertThat(visitor.page().getByText(note)).hasCount(1);
    }

    @Test
    void broadcastsGoOnWhileTheConnectionIsCutAndArriveOnceInOrder() throws Exception {
        SurveyVisitor visitor = new SurveyVisitor(browser.newPage()).open(network.url());
        AtomicInteger sent = new AtomicInteger();
        ScheduledExecutorService broadcasts = Executors.newSingleThreadScheduledExecutor();
        try {
            broadcasts.scheduleAtFixedRate(
                    () -> survey.tick("" + sent.incrementAndGet()), 0, 20, TimeUnit.MILLISECONDS);
            for (int cut = 0; cut < 3; cut++) {
                assertThat(visitor.page().getByText("" + (sent.get() + 10), EXACT))
                        .isVisible();
                cut(visitor, 3);
                network.mend();
                visitor.awaitStatus("connected");
            }
            assertThat(visitor.page().getByText("" + (sent.get() + 10), EXACT)).isVisible();
        } finally {
            broadcasts.shutdown();
            assertThat(broadcasts.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(visitor.lines("ticks"))
                .hasText(IntStream.rangeClosed(1, sent.get())
                        .mapToObj(Integer::toString)
                        .toArray(String[]::new));
        assertThat(visitor.fetches()).isEmpty();
        assertThat(visitor.seen()).filteredOn("resync"::equals).isEmpty();
    }

    @Test
    void pageThatPreventsTheResyncFetchesNothingAndGoesOn() {
        Page page = browser.newPage();
        SurveyVisitor visitor = new SurveyVisitor(page);
        // No pause before a fetch: what is not fetched at once will not be.
        page.addInitScript("""
                Math.random = () => 0;
                window.prevented = 0;
                document.addEventListener("liveview:resync", (event) => {
                  event.preventDefault();
                  prevented++;
                });""");
        fromAnotherTime(page);
        visitor.open(network.url());
        page.waitForFunction("prevented === 1");

        survey.tick("One");
        assertThat(visitor.lines("ticks")).hasText(new String[] {"One"});
        visitor.field("Name").fill("Ada");
        visitor.click("Answer");
        assertThat(page.locator("#answer")).hasText("Ada, Tea");

        assertThat(visitor.fetches()).isEmpty();
        assertThat(page.evaluate("prevented")).isEqualTo(1);
    }

    @Test
    void pageOfAnotherTimeFetchesItselfOnce() {
        Page page = browser.newPage();
        SurveyVisitor visitor = new SurveyVisitor(page);
        page.addInitScript("""
                window.resynced = 0;
                document.addEventListener("liveview:resynced", () => resynced++);""");
        fromAnotherTime(page);
        page.navigate(network.url() + "survey");
        page.waitForFunction("resynced === 1");
        visitor.awaitStatus("connected");

        survey.tick("One");

        assertThat(visitor.lines("ticks")).hasText(new String[] {"One"});
        String address = network.url() + "survey";
        assertThat(visitor.fetches()).containsExactly("document " + address, "fetch " + address);
    }

    @Test
    void roomThatAHandlerJoinsIsFollowedOverALostConnectionUntilThePageLeavesIt() {
        SurveyVisitor visitor = new SurveyVisitor(browser.newPage()).open(network.url());
        survey.news("too early");

        visitor.click("Join the news");
        assertThat(visitor.lines("news")).hasText(new String[] {"joined"});
        cut(visitor, 1);
        survey.news("while away");
        network.mend();
        visitor.awaitStatus("connected");
        survey.news("back");
        assertThat(visitor.lines("news")).hasText(new String[] {"joined", "while away", "back"});

        visitor.click("Leave the news");
        assertThat(visitor.lines("ticks")).hasText(new String[] {"left"});
        survey.news("too late");
        cut(visitor, 1);
        survey.news("far too late");
        network.mend();
        visitor.awaitStatus("connected");
        survey.news("forgotten");
        survey.tick("last");
        assertThat(visitor.lines("ticks")).hasText(new String[] {"left", "last"});
        assertThat(visitor.lines("news")).hasText(new String[] {"joined", "while away", "back"});
        assertThat(visitor.fetches()).isEmpty();
    }

    @Test
    void whoIsLeftOutOfABroadcastMissesNothing() {
        SurveyVisitor sender = new SurveyVisitor(browser.newPage()).open(network.url());
        SurveyVisitor other = new SurveyVisitor(browser.newPage()).open(network.url());

        survey.tick("One");
        sender.click("Tell the others");
        assertThat(other.lines("ticks")).hasText(new String[] {"One", "not for the sender"});
        survey.tick("Two");

        assertThat(other.lines("ticks")).hasText(new String[] {"One", "not for the sender", "Two"});
        assertThat(sender.lines("ticks")).hasText(new String[] {"One", "Two"});
        // A hole would have made it ask.
        assertThat(sender.hellos()).isZero();
        assertThat(sender.fetches()).isEmpty();
    }

    @Test
    void whoWasLeftOutIsLeftOutOfWhatIsSentAgain() {
        SurveyVisitor sender = new SurveyVisitor(browser.newPage()).open(network.url());
        SurveyVisitor other = new SurveyVisitor(browser.newPage()).open(network.url());
        sender.click("Tell the others");
        assertThat(other.lines("ticks")).hasText(new String[] {"not for the sender"});

        cut(sender, 1);
        survey.tick("One");
        network.mend();
        sender.awaitStatus("connected");
        other.awaitStatus("connected");

        assertThat(sender.lines("ticks")).hasText(new String[] {"One"});
        assertThat(other.lines("ticks")).hasText(new String[] {"not for the sender", "One"});
    }

    /** Cuts the network until the page has tried to come back so many times. */
    private void cut(SurveyVisitor visitor, int attempts) {
        browser.expectErrors(CONNECTION_FAILED);
        network.cut();
        visitor.page().waitForCondition(() -> network.refused() >= attempts);
        assertThat(visitor.seen()).last().asString().isEqualTo("disconnected");
    }

    /** Lets the page's html come from a server that has gone: nobody knows what was sent since. */
    private static void fromAnotherTime(Page page) {
        // Deferred scripts, ours among them, run after this event.
        page.addInitScript("""
                document.addEventListener("readystatechange", () => {
                  document.querySelector("script[data-position]").dataset.position = "another1:7";
                }, { once: true });""");
    }
}

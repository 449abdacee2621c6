package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every update, and pages that are told something without having asked. */
@LiveViewTest
class UpdatesTests {

    private static final int BROADCASTS = 50;

    @Autowired
    private LiveViewTester tester;

    @Autowired
    private LiveViewBroadcaster live;

    private TestPage page;

    @BeforeEach
    void open() {
        page = tester.open("/");
    }

    @Test
    void event() {
        assertThat(page).hasNotReceived("toast");

        page.element("#toast").click();

        assertThat(page).received("toast").withDetail("text", "Saved").withDetail(Map.of("text", "Saved", "count", 2));
        assertThat(page.events()).hasSize(1);
    }

    @Test
    void addressAndTitle() {
        page.element("#url").click();

        assertThat(page).hasUrl("/?page=2").hasTitle("Page 2");
    }

    @Test
    void redirect() {
        page.element("#redirect").click();

        assertThat(page).isRedirectedTo("/sent?comment=x");
        assertThat(page.redirectedTo()).contains("/sent?comment=x");
    }

    @Test
    void reload() {
        String id = page.id();
        page.element("#add").click();

        page.element("#reload").click();

        assertThat(page).element("#item-2").doesNotExist();
        assertThat(page).element("#started").hasText("started with milk");
        assertThat(page.id()).isNotEqualTo(id);
    }

    @Test
    void focus() {
        page.element("#focus").click();

        assertThat(page).element("#name").isFocused();
    }

    @Test
    void announcement() {
        page.element("#announce").click();

        assertThat(page).announced("Saved");
        assertThat(page.announcements()).containsExactly("Saved");
    }

    @Test
    void errorOfTheApplicationsOwn() {
        page.element("#error").click();

        assertThat(page).failedWithMessage("Only staff may do that").failedWith("error");
    }

    @Test
    void callThatTheServerAsksFor() {
        page.element("#call").click();

        assertThat(page).element("#item-7").hasText("No. 7");
    }

    @Test
    void attributesAndClasses() {
        page.element("#mark").click();

        assertThat(page)
                .element("#greeting")
                .hasAttribute("title")
                .hasAttribute("title", "marked")
                .hasClass("new")
                .doesNotHaveClass("old")
                .doesNotHaveAttribute("lang");
    }

    @Test
    void everyWayToPutHtmlIntoThePage() {
        send(LiveViewMessage.outer("#greeting").html("<h2 id='greeting'>Outer</h2>"));
        assertThat(page).element("h2#greeting").hasText("Outer");

        send(LiveViewMessage.before("#item-1").html("<li>before</li>"));
        send(LiveViewMessage.after("#item-1").html("<li>after</li><li>last</li>"));
        send(LiveViewMessage.prepend("#items").html("<li>first</li>"));
        assertThat(page).elements("#items li").haveTexts("first", "before", "No. 1", "after", "last");

        send(LiveViewMessage.replace("#items").html("<li id='item-1'>Changed</li>"));
        assertThat(page).elements("#items li").haveTexts("Changed");
    }

    @Test
    void rowsNeedNoTableAround() {
        send(LiveViewMessage.replace("#news").html("<table><tbody id='rows'></tbody></table>"));
        send(LiveViewMessage.append("#rows").html("<tr><td>Cell</td></tr>"));

        assertThat(page).element("#rows > tr > td").hasText("Cell");
    }

    @Test
    void initOfAnElementRunsOnceForIt() {
        send(LiveViewMessage.replace("#news").html("<p id='i' data-liveview-init='add' data-data-item='30'></p>"));
        assertThat(page).element("#item-30").exists();

        send(LiveViewMessage.remove("#item-30"));
        send(LiveViewMessage.replace("#news").html("<p id='i' data-liveview-init='add' data-data-item='30'>same</p>"));
        assertThat(page).element("#i").hasText("same");
        assertThat(page).element("#item-30").doesNotExist();
    }

    @Test
    void permanentIsLeftAlone() {
        send(LiveViewMessage.replace("#news").html("<p id='p' data-liveview-permanent>old</p><p id='q'>old</p>"));
        send(LiveViewMessage.replace("#news").html("<p id='p' data-liveview-permanent>new</p><p id='q'>new</p>"));

        assertThat(page).element("#q").hasText("new");
        assertThat(page).element("#p").hasText("old");
    }

    @Test
    void broadcastReachesAllPagesOfTheRoom() {
        TestPage other = tester.open("/");
        TestPage stranger = tester.open("/form");

        page.element("#shout").click();

        assertThat(other).element("#news p").hasText("News");
        assertThat(page).element("#news p").hasText("News");
        assertThat(stranger).element("#news").doesNotExist();
        assertThat(stranger).hasNoWarnings();
    }

    @Test
    void pageThatIsAskedToRefreshCallsByItself() {
        TestPage other = tester.open("/");

        page.element("#shout_refresh").click();

        assertThat(other).element("#item-9").exists();
        assertThat(page).element("#item-9").exists();
    }

    @Test
    void scheduledPushIsAwaited() {
        page.element("#remind").click();

        assertThat(page).element("#reminder").hasText("Time is up");
    }

    @Test
    void answerThatComesLaterIsNotWaitedForByTheClick() {
        page.element("#later").click();
        assertThat(page.element("#reminder").text()).isEqualTo("Working");

        page.element("#finish").click();
        assertThat(page).element("#reminder").hasText("Done");
    }

    @Test
    void failureThatComesLaterIsToldByThePage() {
        page.element("#later").click();
        page.element("#finish-badly").click();

        assertThat(page).failedWith("failed");
        assertThat(page.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.function()).isEqualTo("later");
            assertThat(failure.cause()).hasMessage("the oven is cold");
        });
    }

    @Test
    void handlerRunsOnTheThreadOfTheTest() {
        page.element("#thread").click();

        assertThat(page).element("#reminder").hasText(Thread.currentThread().getName());
    }

    @Test
    void broadcastsOfManyThreadsArriveWhileThePageIsUsed() throws InterruptedException {
        TestPage other = tester.open("/");
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(thread -> new Thread(() -> IntStream.range(0, BROADCASTS)
                        .forEach(i -> live.to(LiveViewBroadcaster.room("shop"))
                                .send(LiveViewMessage.append("#news")
                                        .html("<p class='t" + thread + "'>" + i + "</p>")))))
                .toList();
        threads.forEach(Thread::start);
        for (int i = 0; i < BROADCASTS; i++) {
            page.element("#echo_" + (i % 2)).click();
            assertThat(page.element("#reminder").text()).isEqualTo("echo " + i % 2);
            if (i % 10 == 0) {
                other.disconnect();
                other.reconnect();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }

        String[] inOrder =
                IntStream.range(0, BROADCASTS).mapToObj(String::valueOf).toArray(String[]::new);
        for (TestPage one : List.of(page, other)) {
            for (int thread = 0; thread < 4; thread++) {
                assertThat(one).elements("#news .t" + thread).haveTexts(inOrder);
            }
            assertThat(one).hasNoFailures();
        }
    }

    private void send(LiveViewMessage message) {
        live.to(LiveViewBroadcaster.page(page.id())).send(message);
    }
}

package io.github.liveview4j.examples.showcase.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.dispatch.PageTasks;
import io.github.liveview4j.test.TestConsumer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** The examples of slow work. */
class SlowWorkTests {

    private final TestConsumer consumer = TestConsumer.create();
    private final LiveViewContent year = LiveViewContent.of("show_report").withData("year", "2025");

    @Test
    void skeletonIsFollowedByTheReport() {
        new Sales(new SalesReports(), new PageTasks(Runnable::run)).show(consumer, year);

        assertThat(consumer.sent())
                .extracting(LiveViewMessage::html)
                .containsExactly("One moment", "The report of 2025");
    }

    @Test
    void failureIsToldToo() {
        SalesReports none = new SalesReports() {
            @Override
            String build(int which) {
                throw new IllegalStateException("the database is away");
            }
        };

        new Sales(none, new PageTasks(Runnable::run)).show(consumer, year);

        assertThat(consumer.sent())
                .extracting(LiveViewMessage::html)
                .containsExactly("One moment", "There is no report of 2025");
    }

    @Test
    void stopKeepsTheReportAway() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Sales sales = new Sales(new SalesReports(), new PageTasks(waiting::add));
        sales.show(consumer, year);

        assertThat(sales.stop(consumer).html()).isEqualTo("Stopped");
        waiting.remove().run();

        assertThat(consumer.sent()).extracting(LiveViewMessage::html).containsExactly("One moment");
    }

    @Test
    void stageIsTheAnswer() {
        LiveViewMessage answer = new Sales(new SalesReports(), new PageTasks(Runnable::run))
                .showLater(year)
                .toCompletableFuture()
                .join();

        assertThat(answer.html()).isEqualTo("The report of 2025");
    }
}

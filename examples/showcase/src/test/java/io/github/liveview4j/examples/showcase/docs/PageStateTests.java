package io.github.liveview4j.examples.showcase.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.TaskScheduler;

/** The examples of page-scoped beans; a test makes them as any other object. */
class PageStateTests {

    private final LiveViewContent seven = LiveViewContent.of("show_draft").withData("article", "7");

    private static LiveViewConsumer pageOf(String user) {
        LiveViewConsumer page = mock(LiveViewConsumer.class);
        when(page.user()).thenReturn(Optional.of(() -> user));
        return page;
    }

    @Test
    void fieldIsTheState() {
        Tally tally = new Tally();
        tally.countOne();

        assertThat(tally.countOne().html()).isEqualTo("2");
    }

    @Test
    void clockIsStartedOnceAndStopsWithItsPage() {
        TaskScheduler scheduler = mock(TaskScheduler.class);
        ScheduledFuture<?> ticking = mock(ScheduledFuture.class);
        doReturn(ticking).when(scheduler).scheduleAtFixedRate(any(), any(Duration.class));
        Clock clock = new Clock(pageOf("ada"), scheduler);

        clock.start();
        clock.start();
        clock.stop();

        verify(scheduler, times(1)).scheduleAtFixedRate(any(), any(Duration.class));
        verify(ticking).cancel(false);
    }

    @Test
    void draftIsThereOnAnotherNodeAndNobodyElses() {
        Drafts drafts = new Drafts();
        CommentDraft first = new CommentDraft(pageOf("ada"), drafts);
        assertThat(first.show(seven).html()).isEmpty();
        first.add(seven.withForm("sentence", "Well said."));

        assertThat(new CommentDraft(pageOf("ada"), drafts).show(seven).html()).isEqualTo("Well said. ");
        assertThat(new CommentDraft(pageOf("grace"), drafts).show(seven).html()).isEmpty();
    }
}

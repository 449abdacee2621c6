package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewTasks;
import java.util.concurrent.CompletionStage;

class Sales {

    private final SalesReports reports;
    private final LiveViewTasks tasks;

    Sales(SalesReports reports, LiveViewTasks tasks) {
        this.reports = reports;
        this.tasks = tasks;
    }

    @LiveViewHandler("show_report")
    void show(LiveViewConsumer consumer, LiveViewContent content) {
        int year = content.data("year", 2026);
        tasks.on(consumer)
                .replacing("report")
                .meanwhile(replace("#report").text("One moment"))
                .otherwise(failure -> replace("#report").text("There is no report of " + year))
                .start(() -> replace("#report").text(reports.build(year)));
    }

    @LiveViewHandler("stop_report")
    LiveViewMessage stop(LiveViewConsumer consumer) {
        tasks.stop(consumer, "report");
        return replace("#report").text("Stopped");
    }

    @LiveViewHandler("show_report_later")
    CompletionStage<LiveViewMessage> showLater(LiveViewContent content) {
        return reports.buildLater(content.data("year", 2026))
                .thenApply(text -> replace("#report").text(text));
    }
}

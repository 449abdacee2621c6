package io.github.liveview4j.spring.task;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewTasks;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;

/** Has reports made in every way that there is. */
class Desk {

    /** What slow work waits for, so that a test decides when it goes on. */
    static volatile CountDownLatch gate = new CountDownLatch(0);

    static volatile CountDownLatch interrupted = new CountDownLatch(1);

    private final TaskApplication.Reports reports;
    private final AsyncTaskExecutor executor;
    private final TaskScheduler scheduler;
    private final TaskDecorator decorator;
    private final LiveViewTasks tasks;

    Desk(
            TaskApplication.Reports reports,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
            TaskScheduler scheduler,
            @Qualifier("liveViewTaskDecorator") TaskDecorator decorator,
            LiveViewTasks tasks) {
        this.reports = reports;
        this.executor = executor;
        this.scheduler = scheduler;
        this.decorator = decorator;
        this.tasks = tasks;
    }

    private static LiveViewMessage report(String text) {
        return replace("#report").text(text);
    }

    private static LiveViewMessage failed(Throwable failure) {
        return report("failed: " + failure.getClass().getSimpleName());
    }

    @LiveViewHandler
    LiveViewMessage here() {
        return report(reports.build());
    }

    @LiveViewHandler
    CompletionStage<LiveViewMessage> async() {
        return reports.buildLater().thenApply(Desk::report);
    }

    @LiveViewHandler
    void execute(LiveViewConsumer consumer) {
        CompletableFuture.supplyAsync(reports::build, executor).thenAccept(text -> consumer.send(report(text)));
    }

    @LiveViewHandler
    void schedule(LiveViewConsumer consumer) {
        scheduler.schedule(() -> consumer.send(report(reports.build())), Instant.now());
    }

    @LiveViewHandler
    void scheduleDecorated(LiveViewConsumer consumer) {
        scheduler.schedule(decorator.decorate(() -> consumer.send(report(reports.build()))), Instant.now());
    }

    @LiveViewHandler
    void task(LiveViewConsumer consumer) {
        tasks.on(consumer).meanwhile(report("wait")).otherwise(Desk::failed).start(() -> {
            waitForGate();
            return report(reports.build());
        });
    }

    @LiveViewHandler
    void failing(LiveViewConsumer consumer) {
        tasks.start(consumer, () -> {
            throw new IllegalStateException("as a test has it");
        });
    }

    /** From a thread that works for nobody, as a scheduler or a listener has it. */
    @LiveViewHandler
    void fromElsewhere(LiveViewConsumer consumer) throws InterruptedException {
        Thread other =
                new Thread(() -> tasks.on(consumer).otherwise(Desk::failed).start(() -> report(reports.build())));
        other.start();
        other.join();
    }

    private static void waitForGate() throws InterruptedException {
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test has not let it go on");
            }
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }
}

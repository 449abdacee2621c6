package io.github.liveview4j.spring.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Work on other threads, over real sockets: for whom it is done, in which language, and where its result goes. */
class TaskServerTests {

    private @Nullable ConfigurableApplicationContext application;

    @AfterEach
    void stop() {
        Desk.gate.countDown();
        if (application != null) {
            application.close();
        }
    }

    private TestBrowser start(String... properties) {
        Desk.gate = new CountDownLatch(0);
        Desk.interrupted = new CountDownLatch(1);
        application = TaskApplication.start(properties);
        return new TestBrowser(TaskApplication.port(application), "");
    }

    private void everyWayCarriesThePageAlong(TestBrowser browser, String thread, String schedule) {
        browser.signIn("alice", "secret");
        try (TestPage page = browser.open("desk", "Accept-Language", "de")) {
            assertThat(page.html("here"))
                    .contains("Guten Morgen, alice in desk")
                    .doesNotStartWith(thread);
            assertThat(page.html("async")).matches(thread + ".*: Guten Morgen, alice in desk");
            page.call("execute");
            assertThat(page.nextUpdate()).matches(thread + ".*: Guten Morgen, alice in desk");
            page.call(schedule);
            assertThat(page.nextUpdate()).matches("scheduling-.*: Guten Morgen, alice in desk");
            page.call("task");
            assertThat(page.nextUpdate()).isEqualTo("wait");
            assertThat(page.nextUpdate()).matches(thread + ".*: Guten Morgen, alice in desk");
        }
        try (TestPage anonymous =
                new TestBrowser(TaskApplication.port(application), "").open("desk", "Accept-Language", "en")) {
            // On the threads that worked for somebody else before.
            anonymous.call("task");
            assertThat(anonymous.nextUpdate()).isEqualTo("wait");
            assertThat(anonymous.nextUpdate()).isEqualTo("failed: AuthorizationDeniedException");
        }
    }

    @Test
    void userLanguageAndPageGoAlongToExecutorsSchedulersAndAsyncMethods() {
        everyWayCarriesThePageAlong(start(), "task-", "schedule");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void theyGoAlongToVirtualThreads() {
        everyWayCarriesThePageAlong(
                start("spring.threads.virtual.enabled=true", "spring.task.execution.thread-name-prefix=virtual-"),
                "virtual-",
                // Spring's scheduler of virtual threads decorates a task when it runs, which is too late.
                "scheduleDecorated");
    }

    @Test
    void theyGoAlongWhereMicrometerPropagatesTheContextToo() {
        everyWayCarriesThePageAlong(start("spring.task.execution.propagate-context=true"), "task-", "schedule");
    }

    @Test
    void aTaskIsThePagesWhoeverStartsIt() {
        try (TestPage page = start().signIn("alice", "secret").open("desk", "Accept-Language", "de")) {
            page.call("fromElsewhere");
            assertThat(page.nextUpdate()).matches("task-.*: Guten Morgen, alice in desk");
        }
    }

    @Test
    void aFailureOfATaskIsShownAsThatOfACallIs() {
        try (TestPage page = start().open("desk")) {
            page.call("failing");

            JsonNode error = page.nextOther();
            assertThat(error.path("type").asString()).isEqualTo("error");
            assertThat(error.path("code").asString()).isEqualTo("failed");
            assertThat(error.path("ref").asString()).isNotEmpty();
        }
    }

    @Test
    void aFullExecutorIsAFailureOfTheTask() {
        TestBrowser browser = start(
                "spring.task.execution.pool.core-size=1",
                "spring.task.execution.pool.max-size=1",
                "spring.task.execution.pool.queue-capacity=0");
        Desk.gate = new CountDownLatch(1);
        try (TestPage busy = browser.open("busy");
                TestPage page = browser.open("desk")) {
            busy.call("task");
            page.call("task");

            assertThat(page.nextUpdate()).isEqualTo("wait");
            assertThat(page.nextUpdate()).isEqualTo("failed: TaskRejectedException");
        }
    }

    @Test
    void theWorkOfAPageThatHasGoneIsInterrupted() throws InterruptedException {
        TestBrowser browser = start("liveview.page-retention=50ms", "liveview.heartbeat=1s");
        Desk.gate = new CountDownLatch(1);
        try (TestPage page = browser.open("desk")) {
            page.call("task");
        }
        assertThat(Desk.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }
}

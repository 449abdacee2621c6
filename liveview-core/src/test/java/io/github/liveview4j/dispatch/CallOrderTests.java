package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.HELLO;
import static io.github.liveview4j.dispatch.DispatcherFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallOrderTests {

    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void step(LiveViewContent content) {
            steps.add(Thread.currentThread().getName());
        }

        @LiveViewHandler
        void slow() throws InterruptedException {
            steps.add("slow begins");
            started.countDown();
            mayEnd.await();
            steps.add("slow ends");
        }

        @LiveViewHandler
        void fast() {
            steps.add("fast");
        }
    }

    @Test
    void callsOfOneFrameAreAnsweredInOrderOnTheThreadThatBroughtThem() {
        String frame = LongStream.rangeClosed(1, 50)
                .mapToObj(id -> Browser.call(id, "step"))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(fixture.page().says(frame).hears())
                .isEqualTo(LongStream.rangeClosed(1, 50)
                        .mapToObj(DispatcherFixture::reply)
                        .toList());
        assertThat(steps).hasSize(50).containsOnly(Thread.currentThread().getName());
    }

    @Test
    void aCallOverTheNextSocketWaitsForTheOneOverTheLast() throws Exception {
        Browser first = fixture.page();
        Thread slow = new Thread(() -> first.calls(1, "slow"));
        slow.start();
        started.await();
        Browser second = fixture.page();
        Thread fast = new Thread(() -> second.calls(2, "fast"));
        fast.start();
        await().until(() -> fast.getState() == Thread.State.WAITING);

        mayEnd.countDown();
        slow.join();
        fast.join();

        assertThat(steps).containsExactly("slow begins", "slow ends", "fast");
        assertThat(second.hears()).contains(reply(2));
    }

    @Test
    void aSlowCallOfOnePageDoesNotHoldUpAnother() throws Exception {
        Browser first = fixture.page();
        Thread slow = new Thread(() -> first.calls(1, "slow"));
        slow.start();
        started.await();

        Browser other = fixture.socket().says(HELLO.replace("page-", "other-")).calls(1, "fast");

        assertThat(other.hears()).contains(reply(1));
        assertThat(steps).containsExactly("slow begins", "fast");
        mayEnd.countDown();
        slow.join();
    }
}

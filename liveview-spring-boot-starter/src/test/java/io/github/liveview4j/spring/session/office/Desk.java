package io.github.liveview4j.spring.session.office;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.security.Principal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes when each of its runs has begun, in its first line. */
public class Desk {

    /** By the clock of this machine, so that nodes and browsers can be compared. */
    private final Queue<Long> runs = new ConcurrentLinkedQueue<>();

    @LiveViewHandler("work")
    LiveViewMessage work(LiveViewConsumer consumer) {
        runs.add(System.nanoTime());
        return LiveViewMessage.replace("#desk")
                .text(consumer.user().map(Principal::getName).orElse("nobody"));
    }

    public Queue<Long> runs() {
        return runs;
    }
}

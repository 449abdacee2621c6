package io.github.liveview4j.spring.handler.scanned.conditional;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Lazy;

/** Made when it is called. */
@Lazy
public class LazyGreetings {

    public static final AtomicInteger MADE = new AtomicInteger();

    private final int number = MADE.incrementAndGet();

    @LiveViewHandler("of_lazy")
    LiveViewMessage greet() {
        return LiveViewMessage.replace("#number").text("" + number);
    }
}

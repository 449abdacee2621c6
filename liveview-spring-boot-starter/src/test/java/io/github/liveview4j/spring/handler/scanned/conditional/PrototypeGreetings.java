package io.github.liveview4j.spring.handler.scanned.conditional;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Made for every call. */
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class PrototypeGreetings {

    public static final AtomicInteger MADE = new AtomicInteger();

    private final int number = MADE.incrementAndGet();

    @LiveViewHandler("of_prototype")
    LiveViewMessage greet() {
        return LiveViewMessage.replace("#number").text("" + number);
    }
}

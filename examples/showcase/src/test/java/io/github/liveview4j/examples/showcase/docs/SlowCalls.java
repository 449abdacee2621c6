package io.github.liveview4j.examples.showcase.docs;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMiddleware;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(0)
class SlowCalls implements LiveViewMiddleware {

    private static final Logger log = LoggerFactory.getLogger(SlowCalls.class);

    @Override
    public void handle(LiveViewConsumer consumer, LiveViewContent content, Chain chain) {
        long start = System.nanoTime();
        chain.proceed();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (time.toSeconds() >= 1) {
            log.warn("A call from {} took {}", consumer.handshake().remoteAddress(), time);
        }
    }
}

package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class SoldOutErrors implements LiveViewExceptionResolver {

    @Override
    public @Nullable Resolution resolve(Exception exception, LiveViewConsumer consumer, LiveViewContent content) {
        if (exception instanceof SoldOutException soldOut) {
            return Resolution.send(replace("#pieces-" + soldOut.article()).text("sold out"));
        }
        return null; // the next resolver's, in the end the log's
    }
}

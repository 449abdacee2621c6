package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver.Resolution;
import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.protocol.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a page learns of an exception: what the application's resolvers say, else a code and a reference.
 *
 * <p>The reference joins the browser's error to one entry of the log, as Spring for GraphQL does. For any thread.
 */
final class ErrorResolution {

    private static final Logger log = LoggerFactory.getLogger(LiveViewDispatcher.class);

    /** The answer: a code with the reference in the log, or messages. */
    record Outcome(@Nullable String code, @Nullable String ref, List<LiveViewMessage> messages) {}

    private final List<LiveViewExceptionResolver> resolvers;

    ErrorResolution(List<LiveViewExceptionResolver> resolvers) {
        this.resolvers = resolvers;
    }

    Outcome resolve(Throwable failure, LiveViewConsumer consumer, LiveViewContent content) {
        if (failure instanceof Exception exception) {
            for (LiveViewExceptionResolver resolver : resolvers) {
                Resolution resolution = resolver.resolve(exception, consumer, content);
                if (resolution != null && ErrorCode.UNKNOWN_FUNCTION.equals(resolution.code())) {
                    return hidden(exception, consumer, content);
                }
                if (resolution != null) {
                    return new Outcome(resolution.code(), null, resolution.messages());
                }
            }
        }
        return lastResort(failure, consumer, content);
    }

    /** Answers as where there is no such handler: who may not call one is not to learn that there is one. */
    private static Outcome hidden(Exception exception, LiveViewConsumer consumer, LiveViewContent content) {
        String ref = Reference.next();
        log.warn(
                "[{}] A call of '{}' is answered as if no handler had that name: {} ({})",
                ref,
                Excerpt.of(content.function()),
                exception.getClass().getSimpleName(),
                consumer);
        return new Outcome(ErrorCode.UNKNOWN_FUNCTION, ref, List.of());
    }

    Outcome lastResort(Throwable failure, LiveViewConsumer consumer, LiveViewContent content) {
        String ref = Reference.next();
        if (failure instanceof UnknownHandlerException) {
            log.warn("[{}] {} ({}).", ref, failure.getMessage(), consumer);
            return new Outcome(ErrorCode.UNKNOWN_FUNCTION, ref, List.of());
        }
        log.error("[{}] The handler of '{}' failed ({})", ref, Excerpt.of(content.function()), consumer, failure);
        return new Outcome(ErrorCode.FAILED, ref, List.of());
    }
}

package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns an exception of a handler or a middleware into what the page is told.
 *
 * <p>Beans of this type are asked in the order of {@code @Order}; the first answer counts. When none has one, the log gets
 * the exception under a reference and the page the code {@code failed} with that reference. Called on the thread of the
 * event, for many pages at the same time.
 */
@FunctionalInterface
public interface LiveViewExceptionResolver {

    /**
     * Answers for an exception, or leaves it to the next resolver.
     *
     * @param exception what was thrown, as it was thrown; {@link UnknownHandlerException} for a name without a handler
     * @param consumer the page that sent the event
     * @param content what it sent
     * @return the answer, or {@code null}
     */
    @Nullable
    Resolution resolve(Exception exception, LiveViewConsumer consumer, LiveViewContent content);

    /**
     * What the page is told.
     *
     * @param code an error code, or {@code null} where the messages say it all; the exception is then not logged
     * @param messages changes of the page, applied as one step; empty where there is a code
     */
    record Resolution(@Nullable String code, List<LiveViewMessage> messages) {

        /** Copies the messages. */
        public Resolution {
            messages = List.copyOf(messages);
        }

        /**
         * Changes the page: the call counts as answered.
         *
         * @param messages what to change
         */
        public static Resolution send(LiveViewMessage... messages) {
            return new Resolution(null, List.of(messages));
        }

        /**
         * Answers the call with an error of the application's own, which the page gets as an event.
         *
         * @param code a short word for page code to act on; never the exception's text. {@link
         *     io.github.liveview4j.protocol.ErrorCode#UNKNOWN_FUNCTION} answers in every respect as if no handler had that name
         */
        public static Resolution error(String code) {
            return new Resolution(code, List.of());
        }
    }
}

package io.github.liveview4j.spring.security;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import io.github.liveview4j.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/**
 * Answers a call that Spring Security has refused as if no handler had that name, with one line in the log: it is no fault, and
 * who may not call a handler is not to learn that there is one.
 *
 * <p>Asked after the application's own resolvers, which may say something else. For any thread.
 */
public final class ForbiddenCalls implements LiveViewExceptionResolver {

    /** Creates it. */
    public ForbiddenCalls() {}

    @Override
    public @Nullable Resolution resolve(Exception exception, LiveViewConsumer consumer, LiveViewContent content) {
        return exception instanceof AccessDeniedException || exception instanceof AuthenticationException
                ? Resolution.error(ErrorCode.UNKNOWN_FUNCTION)
                : null;
    }
}

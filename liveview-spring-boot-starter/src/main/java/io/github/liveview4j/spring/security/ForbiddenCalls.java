package io.github.liveview4j.spring.security;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.protocol.Excerpt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/**
 * Answers a call that Spring Security has refused with the code {@code forbidden}, and one line in the log: it is no fault.
 *
 * <p>Asked after the application's own resolvers. For any thread.
 */
public final class ForbiddenCalls implements LiveViewExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ForbiddenCalls.class);

    /** Creates it. */
    public ForbiddenCalls() {}

    @Override
    public @Nullable Resolution resolve(Exception exception, LiveViewConsumer consumer, LiveViewContent content) {
        if (!(exception instanceof AccessDeniedException || exception instanceof AuthenticationException)) {
            return null;
        }
        log.warn(
                "A call of '{}' was forbidden: {} ({})",
                Excerpt.of(content.function()),
                exception.getClass().getSimpleName(),
                consumer);
        return Resolution.error(ErrorCode.FORBIDDEN);
    }
}

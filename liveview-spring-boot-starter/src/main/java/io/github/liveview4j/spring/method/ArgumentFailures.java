package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import io.github.liveview4j.protocol.Excerpt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Answers calls whose arguments cannot be had with an error code, as Spring MVC answers such requests with 400.
 *
 * <p>Asked after all resolvers of the application. The log gets a line that names fields and what is wrong with them, and no value,
 * which is a person's. For any thread.
 */
public final class ArgumentFailures implements LiveViewExceptionResolver {

    /** The code that the page gets. */
    static final String CODE = "invalid";

    private static final Pattern KEY = Pattern.compile("\\[(?![0-9]{1,9}\\])[^\\]]*+\\]?");

    private static final Logger log = LoggerFactory.getLogger(ArgumentFailures.class);

    /** Creates the resolver. */
    public ArgumentFailures() {}

    @Override
    public @Nullable Resolution resolve(Exception exception, LiveViewConsumer consumer, LiveViewContent content) {
        String reason = reason(exception);
        if (reason == null) {
            return null;
        }
        log.warn("The handler of '{}' was not run for {}: {}", Excerpt.of(content.function()), consumer, reason);
        return Resolution.error(CODE);
    }

    private static @Nullable String reason(Exception exception) {
        if (exception instanceof BindException invalid) {
            return "'" + invalid.getObjectName() + "' has errors that no BindingResult parameter takes: "
                    + invalid.getAllErrors().stream()
                            .map(ArgumentFailures::describe)
                            .collect(Collectors.joining(", "));
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return "expected '" + mismatch.getName() + "' to be of type "
                    + mismatch.getParameter().getParameterType().getSimpleName() + ", got text that is none";
        }
        if (exception instanceof TypeMismatchException mismatch) {
            return "expected a value of type " + mismatch.getRequiredType() + ", got another one";
        }
        return exception instanceof ServletRequestBindingException || exception instanceof UnfitFieldException
                ? exception.getMessage()
                : null;
    }

    private static String describe(ObjectError error) {
        return (error instanceof FieldError field ? name(field.getField()) + " " : "") + "(" + error.getCode() + ")";
    }

    /** Of a map the browser makes up the keys, which say as much as a value would. */
    private static String name(String field) {
        return Excerpt.of(KEY.matcher(field).replaceAll("[..]"));
    }
}

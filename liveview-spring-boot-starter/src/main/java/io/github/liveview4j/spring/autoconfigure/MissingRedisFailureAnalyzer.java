package io.github.liveview4j.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words what is missing where broadcasts have to go over Redis. */
final class MissingRedisFailureAnalyzer extends AbstractFailureAnalyzer<MissingRedisException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingRedisException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Add org.springframework.boot:spring-boot-starter-data-redis (with Lettuce, as it comes) and do not exclude "
                        + "DataRedisAutoConfiguration; or set liveview.broadcast to auto or local.",
                cause);
    }
}

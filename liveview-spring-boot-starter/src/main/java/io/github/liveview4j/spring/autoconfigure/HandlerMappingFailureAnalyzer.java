package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.handler.HandlerMappingException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words what is wrong with a handler when it stops the start. */
final class HandlerMappingFailureAnalyzer extends AbstractFailureAnalyzer<HandlerMappingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HandlerMappingException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}

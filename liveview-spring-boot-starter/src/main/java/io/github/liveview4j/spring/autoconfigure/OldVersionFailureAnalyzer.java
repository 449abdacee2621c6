package io.github.liveview4j.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words which library is too old, and what to do. */
final class OldVersionFailureAnalyzer extends AbstractFailureAnalyzer<OldVersionException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OldVersionException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}

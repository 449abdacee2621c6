package io.github.liveview4j.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words what to do about a page-scoped bean of a final class. */
final class FinalPageBeanFailureAnalyzer extends AbstractFailureAnalyzer<FinalPageBeanException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FinalPageBeanException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Take away final (a record is always final: make it a class). A class that no other bean has injected may "
                        + "keep it with @LiveViewScope(proxyMode = ScopedProxyMode.NO).",
                cause);
    }
}

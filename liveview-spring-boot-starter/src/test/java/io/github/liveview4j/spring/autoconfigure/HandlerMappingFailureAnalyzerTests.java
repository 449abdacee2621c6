package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.handler.HandlerMappingException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What the start says of a handler that stops it. */
class HandlerMappingFailureAnalyzerTests {

    private final FailureAnalyzer analyzer = new HandlerMappingFailureAnalyzer();

    @Test
    void descriptionAndActionAreThoseOfTheException() {
        HandlerMappingException cause = new HandlerMappingException("What is wrong.", "What to do.");

        FailureAnalysis analysis = analyzer.analyze(new IllegalStateException("wrapped", cause));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("What is wrong.");
        assertThat(analysis.getAction()).isEqualTo("What to do.");
        assertThat(analysis.getCause()).isSameAs(cause);
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        assertThat(analyzer.analyze(new IllegalStateException("another"))).isNull();
    }

    @Test
    void itIsListed() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, failure) -> {}))
                .hasAtLeastOneElementOfType(HandlerMappingFailureAnalyzer.class);
    }
}

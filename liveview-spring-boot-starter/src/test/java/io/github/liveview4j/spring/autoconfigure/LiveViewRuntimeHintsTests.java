package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.io.ClassPathResource;

/** What a native image is told of. */
class LiveViewRuntimeHintsTests {

    private static final String SCRIPT = "META-INF/resources/liveview/liveview.min.js";

    @Test
    void theBrowsersScriptIsPartOfTheImage() {
        RuntimeHints hints = new RuntimeHints();

        new LiveViewRuntimeHints().registerHints(hints, getClass().getClassLoader());

        assertThat(RuntimeHintsPredicates.resource().forResource(SCRIPT)).accepts(hints);
        assertThat(new ClassPathResource(SCRIPT).exists()).isTrue();
    }

    @Test
    void theFieldsThatLeadToTomcatsSocketsCanBeRead() throws ClassNotFoundException {
        RuntimeHints hints = new RuntimeHints();

        new LiveViewRuntimeHints().registerHints(hints, getClass().getClassLoader());

        assertThat(RuntimeHintsPredicates.reflection()
                        .onFieldAccess("org.apache.tomcat.websocket.WsSession", "wsRemoteEndpoint"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onFieldAccess(
                                "org.apache.tomcat.websocket.server.WsRemoteEndpointImplServer", "socketWrapper"))
                .accepts(hints);
    }

    @Test
    void withoutTomcatThereAreNoSuchFieldsToTellOf() {
        RuntimeHints hints = new RuntimeHints();

        new LiveViewRuntimeHints().registerHints(hints, new FilteredClassLoader("org.apache.tomcat"));

        assertThat(hints.reflection().typeHints()).isEmpty();
    }

    @Test
    void theAutoConfigurationBringsTheHints() {
        assertThat(LiveViewAutoConfiguration.class
                        .getAnnotation(ImportRuntimeHints.class)
                        .value())
                .containsExactly(LiveViewRuntimeHints.class);
    }
}

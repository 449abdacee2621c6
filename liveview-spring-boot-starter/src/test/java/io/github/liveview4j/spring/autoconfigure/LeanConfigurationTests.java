package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.websocket.LeanConnections;
import io.github.liveview4j.spring.websocket.LeanTomcat;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class LeanConfigurationTests {

    private static final String ON = "liveview.lean-connections=true";

    private final WebApplicationContextRunner runner =
            new WebApplicationContextRunner().withUserConfiguration(LeanConfiguration.class);

    @Test
    void nothingIsThereUnlessAskedFor() {
        runner.run(context ->
                assertThat(context).doesNotHaveBean(LeanTomcat.class).doesNotHaveBean(LeanConnections.class));
    }

    @Test
    void tomcatIsMadeLean() {
        runner.withPropertyValues(ON)
                .run(context ->
                        assertThat(context).hasSingleBean(LeanTomcat.class).hasSingleBean(LeanConnections.class));
    }

    /** What looks whether it helped is there all the same: it says in the log that it does not. */
    @Test
    void withoutTomcatOnTheClassPathTheApplicationStarts() {
        runner.withPropertyValues(ON)
                .withClassLoader(new FilteredClassLoader(
                        "org.apache.tomcat", "org.apache.catalina", "org.springframework.boot.tomcat"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(LeanTomcat.class)
                        .hasSingleBean(LeanConnections.class));
    }
}

package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class LiveViewPreinitializerTests {

    @Test
    void isAmongThoseThatSpringBootRuns() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(BackgroundPreinitializer.class))
                .hasAtLeastOneElementOfType(LiveViewPreinitializer.class);
    }

    /** Spring Boot would overlook a failure, and the classes of what comes after it were loaded late again. */
    @Test
    void succeedsAndLeavesNoThreadBehind() {
        var before = Thread.getAllStackTraces().keySet();

        new LiveViewPreinitializer().preinitialize();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread ->
                        !thread.isDaemon() || thread.getName().toLowerCase().contains("classgraph"))
                .isSubsetOf(before);
    }
}

package io.github.liveview4j.spring.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.liveview4j.LiveViewException;
import org.junit.jupiter.api.Test;

class ClientScriptTests {

    @Test
    void aMissingClientIsNamedWithTheJarThatHasIt() {
        assertThat(catchThrowableOfType(LiveViewException.class, new ClientScript("gone.js")::hash)
                        .getMessage())
                .contains("META-INF/resources/liveview/gone.js", "liveview-js");
    }
}

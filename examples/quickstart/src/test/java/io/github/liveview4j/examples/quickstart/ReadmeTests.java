package io.github.liveview4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.support.ShownCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The code in the README is this application's, to the letter. */
class ReadmeTests {

    private static final Path ROOT = Path.of("../..");

    @Test
    void codeIsTakenFromTheQuickstart() throws IOException {
        assertThat(ShownCode.verify(ROOT, ROOT.resolve("README.md"))).isEqualTo(2);
    }

    @Test
    void versionIsTheOneThatIsBuilt() throws IOException {
        String version =
                Files.readString(ROOT.resolve("pom.xml")).replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");

        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("<version>" + version + "</version>");
    }
}

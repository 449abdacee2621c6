package io.github.liveview4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code in the README is this application's, to the letter. */
class ReadmeTests {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern BLOCK = Pattern.compile("<!-- from (\\S+) -->\\R```\\w+\\R(.*?)```", Pattern.DOTALL);

    @Test
    void codeIsTakenFromTheQuickstart() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        int blocks = 0;
        while (block.find()) {
            assertThat(Files.readString(ROOT.resolve(block.group(1))))
                    .as(block.group(1))
                    .contains(block.group(2));
            blocks++;
        }
        assertThat(blocks).isEqualTo(2);
    }

    @Test
    void versionIsTheOneThatIsBuilt() throws IOException {
        String version =
                Files.readString(ROOT.resolve("pom.xml")).replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");

        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("<version>" + version + "</version>");
    }
}

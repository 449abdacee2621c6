package io.github.liveview4j.examples.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.support.ShownCode;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide shows is code that runs, and what it refers to is there. */
class DocsTests {

    private static final Path ROOT = Path.of("../..");
    private static final Path GUIDE = ROOT.resolve("docs");
    private static final Path INDEX = GUIDE.resolve("README.md");

    private static final Pattern CODE = Pattern.compile("^```.*?^```|`[^`\\n]*`", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    static List<Path> documents() throws IOException {
        return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages().stream())
                .toList();
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(GUIDE)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("protocol.md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void codeIsThatOfFilesThatRun(Path document) throws IOException {
        assertThat(ShownCode.verify(ROOT, document)).isNotNegative();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        for (String link : links(document)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? document
                    : document.resolveSibling(parts[0]).normalize();
            assertThat(target).as("%s links to %s", document, link).exists();
            if (parts.length == 2) {
                assertThat(anchors(target))
                        .as("headings of %s, for %s in %s", target, link, document)
                        .contains(parts[1]);
            }
        }
    }

    @Test
    void indexNamesEveryPage() throws IOException {
        List<Path> named =
                links(INDEX).stream().map(link -> INDEX.resolveSibling(link)).toList();

        assertThat(named)
                .contains(GUIDE.resolve("protocol.md"))
                .containsAll(
                        pages().stream().filter(page -> !page.equals(INDEX)).toList());
    }

    @Test
    void everyPropertyIsDescribed() throws IOException {
        String page = Files.readString(GUIDE.resolve("configuration.md"));

        assertThat(properties("", LiveViewProperties.class))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    /** Those of a group stand below its name. */
    private static Stream<String> properties(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap((RecordComponent property) -> {
            String name = prefix + property.getName().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
            return property.getType().isRecord() ? properties(name + ".", property.getType()) : Stream.of(name);
        });
    }

    private static List<String> links(Path document) throws IOException {
        String text = CODE.matcher(Files.readString(document)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("(https?|mailto):.*"))
                .toList();
    }

    /** As GitHub makes them. */
    private static List<String> anchors(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document))
                .results()
                .map((MatchResult found) -> found.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }
}

package io.github.liveview4j.examples.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTests {

    private static final List<Line> LINES = List.of(
            new Line("micro", "codec.<read> & \"write\"", "library", 812.4, "ns/op", 1),
            new Line(Figures.MEMORY, "idle-1000", "twin-full", 100, Measured.RSS, 1),
            new Line(Figures.MEMORY, "idle-1000", "library-lean", 25, Measured.RSS, 1),
            new Line(Figures.MEMORY, "idle-1000", "library", 50, Measured.RSS, 1),
            new Line(Figures.ROUND_TRIPS, "rtt50", "twin-full", 40_000, "calls/s", 1),
            new Line(Figures.ROUND_TRIPS, "rtt50", "library", 20_000, "calls/s", 1),
            new Line(Figures.ROUND_TRIPS, "rtt50", "twin-full", 10_000, "calls/s", 2),
            new Line(Figures.ROUND_TRIPS, "rtt50", "library", 9_000, "calls/s", 2),
            new Line(Figures.ROUND_TRIPS, "rtt50", "library", 11, Measured.GENERATOR, 2));

    @TempDir
    Path folder;

    @Test
    void ratiosAreOfOneRoundAndNotOfMedians() {
        assertThat(Table.of(Row.of(LINES)))
                .contains("| rtt50 | calls/s | more | 14,500 (9,000–20,000) | 25,000 (10,000–40,000)"
                        + " | **0.70** (0.50–0.90) |  |  |");
    }

    @Test
    void eachVariantIsARowBesideTheSameTwin() {
        assertThat(Table.of(Row.of(LINES)))
                .contains("| idle-1000 | KB RSS/page | less | 50.0 | 100 | **0.50** |")
                .contains("| idle-1000, lean | KB RSS/page | less | 25.0 | 100 | **0.25** |");
    }

    @Test
    void linesOfOthersGetATableWithAColumnAServer() {
        assertThat(Table.of(Row.of(LINES)))
                .endsWith(
                        "| micro | measured in | library |\n|---|---|--:|\n| codec.<read> & \"write\" | ns/op | 812 |\n");
    }

    @Test
    void aPictureIsWellFormedAndHasABarAServer() throws Exception {
        List<Row> rows = Row.of(LINES);

        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        Chart.of("Titles & <such>", rows).getBytes(StandardCharsets.UTF_8)));

        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(7);
        assertThat(picture.getElementsByTagName("line").getLength())
                .as("of more than a round")
                .isEqualTo(2);
    }

    @Test
    void aPagesTableIsReplacedAndTheRestStays() {
        String page = "# Before\n\n" + Report.BEGIN + "\n\nold\n\n" + Report.END + "\n\nafter\n";

        assertThat(Report.replaced(page, "new\n"))
                .isEqualTo("# Before\n\n" + Report.BEGIN + "\n\nnew\n\n" + Report.END + "\n\nafter\n");
        assertThatIllegalArgumentException().isThrownBy(() -> Report.replaced("no place", "new"));
    }

    @Test
    void whatOthersMeasuredStandsBesideAndIsNotForgotten() throws Exception {
        Lines lines = new Lines(folder);
        LINES.subList(1, LINES.size()).forEach(lines::add);
        Files.writeString(
                folder.resolve("micro.jsonl"),
                "{\"figure\":\"micro\",\"scenario\":\"a\",\"server\":\"library\",\"value\":1,\"unit\":\"ns/op\",\"round\":7,\"more\":2}\n");

        assertThat(lines.all()).hasSize(LINES.size());
        assertThat(lines.lastRound()).isEqualTo(2);
        lines.clear();
        assertThat(lines.all()).extracting(Line::figure).containsExactly("micro");
    }
}

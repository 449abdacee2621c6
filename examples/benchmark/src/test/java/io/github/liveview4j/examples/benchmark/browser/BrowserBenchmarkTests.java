package io.github.liveview4j.examples.benchmark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.support.BrowserExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures in a real browser, writes the lines and prints the tables. With small sizes it is a test of itself, and of what the morph
 * promises to keep; for figures:
 *
 * <pre>{@code
 * ./mvnw -pl examples/benchmark -am test -Dtest=BrowserBenchmarkTests -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dbenchmark.browser=full
 * }</pre>
 *
 * <p>Sizes are set as {@link Sizes} says; {@code -Dbenchmark.profile=SCENARIO} as {@link CpuProfile} says.
 */
class BrowserBenchmarkTests {

    @RegisterExtension
    static final BrowserExtension browser = new BrowserExtension();

    private static final Lines lines = new Lines();
    private static final Sizes sizes = Sizes.ofThisRun();
    private static Applications applications;

    @BeforeAll
    static void start() {
        applications = new Applications();
    }

    @AfterAll
    static void writeLines() {
        applications.close();
        lines.write(sizes.output());
    }

    @Test
    void clicks_are_measured_to_the_dom_and_to_the_frame_on_every_page() {
        new Clicks(applications, BrowserBenchmarkTests::open, lines).measure(sizes.warmUps(), sizes.clicks());

        System.out.println(lines.clicks(Clicks.SERVERS));
        for (String server : Clicks.SERVERS) {
            assertThat(lines.values("click/dom", server))
                    .hasSize(sizes.clicks())
                    .allMatch(value -> value > 0);
            assertThat(lines.values("click/frame", server)).hasSize(sizes.clicks());
        }
    }

    @Test
    void tables_are_brought_in_line_and_rows_with_ids_stay_the_same_elements() throws IOException {
        Morphs morphs = new Morphs(applications, BrowserBenchmarkTests::open, lines);
        String profiled = CpuProfile.wanted();
        if (profiled != null) {
            CpuProfile.of(morphs, profiled, sizes.output().resolveSibling(profiled + ".cpuprofile"));
            return;
        }
        for (int size : sizes.rows()) {
            morphs.measure(size, sizes.rounds());
        }

        System.out.println(lines.morphs(Morphs.SERVERS));
        for (int size : sizes.rows()) {
            for (String change : Morphs.CHANGES) {
                int kept = change.equals("removed") ? size - 1 : size;
                String name = Morphs.name(size, true, change);
                assertThat(lines.values(name + "/kept", "library"))
                        .as(name)
                        .isEqualTo(Collections.nCopies(sizes.rounds(), (double) kept));
                assertThat(lines.values(name + "/kept", "innerHTML"))
                        .as(name)
                        .isEqualTo(Collections.nCopies(sizes.rounds(), 0.0));
            }
        }
        lines.write(sizes.output());
        assertThat(Files.readAllLines(sizes.output()))
                .anyMatch(line -> line.startsWith("{\"figure\":\"browser\",\"scenario\":"));
    }

    private static Page open(String address) {
        Page page = browser.newPage(new NewContextOptions().setViewportSize(800, 600));
        page.addInitScript(Scripts.own("wire.js"));
        if (CpuProfile.wanted() != null) {
            CpuProfile.makeReadable(page);
        }
        page.navigate(address);
        if (!address.endsWith("/rows-bare.html")) {
            assertThat(page.locator("html")).hasAttribute("data-liveview-status", "connected");
        }
        return page;
    }
}

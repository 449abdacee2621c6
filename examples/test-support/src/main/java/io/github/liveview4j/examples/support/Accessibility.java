package io.github.liveview4j.examples.support;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;

/**
 * Asks axe-core about a page, as it stands: all rules that are on by default, the best practices among them, in light and
 * in dark colours.
 *
 * <p>It tells what a program can tell. That a page can be used with the keyboard, and makes sense when it is read out, needs
 * tests of its own.
 */
public final class Accessibility {

    private static final String AXE = read("/axe.min.js");

    /** Colours that are on their way from one to another are neither. */
    private static final String SETTLE = """
            () => Promise.all(document.getAnimations()
              .filter((animation) => animation instanceof CSSTransition)
              .map((transition) => transition.finished))""";

    private static final String RUN = """
            () => axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`)))""";

    private Accessibility() {}

    /**
     * Fails with everything that axe-core has against the page.
     *
     * @param page whose colours are the light ones afterwards
     */
    public static void check(Page page) {
        page.evaluate(AXE);
        for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(colours));
            page.evaluate(SETTLE);
            Assertions.assertEquals(List.of(), page.evaluate(RUN), () -> page.url() + " in " + colours);
        }
    }

    private static String read(String resource) {
        try (InputStream script = Objects.requireNonNull(Accessibility.class.getResourceAsStream(resource), resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.liveview4j.examples.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Finds the Chromium or Chrome of this machine; none is downloaded. */
final class InstalledBrowser {

    /** The places that the profiles of the examples' pom.xml look at. */
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome.exe");

    private InstalledBrowser() {}

    /**
     * Returns the browser's executable.
     *
     * @throws org.opentest4j.TestAbortedException if there is none, or an {@link AssertionError} with {@code CI=true}
     */
    static Path require() {
        String named = System.getProperty("liveview.browser");
        if (named != null) {
            // Whoever names a browser wants the tests: a typing error must not leave them out.
            Assertions.assertTrue(
                    Files.isExecutable(Path.of(named)), "liveview.browser is not an executable file: " + named);
            return Path.of(named);
        }
        Path found = USUAL_PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> leaveOut("no Chromium or Chrome found in " + String.join(", ", USUAL_PLACES)));
        return driverIsThere() ? found : leaveOut("Playwright's driver is not on the class path, see pom.xml");
    }

    /**
     * The profile that brings the driver may be switched off, or unknown to an IDE. Without it only the node of the
     * driver is missing; the bundle has that of every system.
     */
    private static boolean driverIsThere() {
        return InstalledBrowser.class.getResource("/driver/linux/node") != null;
    }

    private static Path leaveOut(String reason) {
        String line =
                "Browser tests left out: " + reason + "; name a browser with -Dliveview.browser=/path/to/chromium";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(line);
        }
        System.getLogger(InstalledBrowser.class.getName()).log(System.Logger.Level.WARNING, line);
        return Assumptions.abort(line);
    }
}

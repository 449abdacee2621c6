package io.github.liveview4j.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandlerScannerTests {

    private static final String SCANNED = "io.github.liveview4j.handler.scanned";
    private static final String OTHER = SCANNED + ".other";

    private final HandlerScanner scanner = new HandlerScanner(HandlerScannerTests.class.getClassLoader());

    @Test
    @DisplayName("D56, S13: handlers are found in nested packages and classes, of any visibility")
    void findsConcreteClassesOfAnyVisibilityInAlphabeticalOrder() {
        assertThat(scanner.scan(List.of(SCANNED)))
                .containsExactly(
                        SCANNED + ".Inheriting",
                        SCANNED + ".Outermost",
                        SCANNED + ".Outermost$Nested",
                        SCANNED + ".Outermost$Nested$Deeper",
                        SCANNED + ".Outermost$Private",
                        SCANNED + ".PackagePrivate",
                        OTHER + ".Elsewhere",
                        OTHER + ".InheritingFromAfar",
                        OTHER + ".InheritingTwice");
    }

    @Test
    void skipsWhatCannotBeABean() {
        assertThat(scanner.scan(List.of(SCANNED)))
                .noneMatch(name -> name.endsWith("Base"))
                .noneMatch(name -> name.endsWith("Contract"))
                .noneMatch(name -> name.endsWith("Inner"))
                .noneMatch(name -> name.endsWith("Local"))
                .noneMatch(name -> name.matches(".*\\d"))
                .noneMatch(name -> name.endsWith("WithoutHandlers"));
    }

    @Test
    void staysInThePackagesItWasGiven() {
        assertThat(scanner.scan(List.of(OTHER)))
                .contains(OTHER + ".Elsewhere")
                .allMatch(name -> name.startsWith(OTHER));
        assertThat(scanner.scan(List.of(OTHER, SCANNED))).isEqualTo(scanner.scan(List.of(SCANNED)));
    }

    @Test
    void findsAMethodThatIsInheritedFromAnotherPackage() {
        assertThat(scanner.scan(List.of(OTHER))).contains(OTHER + ".InheritingFromAfar", OTHER + ".InheritingTwice");
    }

    @Test
    void takesNoPackageForAnotherThatBeginsLikeIt() {
        assertThat(scanner.scan(List.of("io.github.liveview4j.handler.scan"))).isEmpty();
        assertThat(scanner.scan(List.of("com.example.nowhere"))).isEmpty();
    }

    @Test
    void findsNothingInNoPackages() {
        assertThat(scanner.scan(List.of())).isEmpty();
    }
}

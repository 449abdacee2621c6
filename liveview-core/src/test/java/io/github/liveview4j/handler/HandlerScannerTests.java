package io.github.liveview4j.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                        OTHER + ".InheritingFromAfar");
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
        assertThat(scanner.scan(List.of(OTHER))).contains(OTHER + ".InheritingFromAfar");
    }

    @Test
    void takesNoPackageForAnotherThatBeginsLikeIt() {
        assertThat(scanner.scan(List.of("io.github.liveview4j.handler.scan"))).isEmpty();
        assertThat(scanner.scan(List.of("com.example.nowhere"))).isEmpty();
    }

    @Test
    void findsWhatIsInAJar(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("handlers.jar");
        String packed = SCANNED.replace('.', '/') + "/";
        try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar))) {
            content.putNextEntry(new JarEntry(packed));
            for (String name : List.of("PackagePrivate", "WithoutHandlers")) {
                content.putNextEntry(new JarEntry(packed + name + ".class"));
                try (InputStream file = HandlerScannerTests.class.getResourceAsStream("scanned/" + name + ".class")) {
                    file.transferTo(content);
                }
            }
            content.putNextEntry(new JarEntry(packed + "Broken.class"));
            content.write(1);
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(new HandlerScanner(loader).scan(List.of(SCANNED))).containsExactly(SCANNED + ".PackagePrivate");
        }
    }

    @Test
    void findsNothingInNoPackages() {
        assertThat(scanner.scan(List.of())).isEmpty();
    }
}

package io.github.liveview4j.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.handler.scanned.Base;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlersInJarsTests {

    private static final String SCANNED = "io.github.liveview4j.handler.scanned";
    private static final String OTHER = SCANNED + ".other";
    private static final String FAR = "io.github.liveview4j.handler.far";
    private static final String INHERITING = OTHER + ".InheritingFromAfar";
    private static final String TWICE = OTHER + ".InheritingTwice";

    @TempDir
    private Path folder;

    @Test
    void findsThemInAFolderAndAJarOfTheSamePackage() throws IOException {
        Path classes = folder("classes", OTHER + ".Elsewhere");
        Path jar = jar("a library.jar", true, null, SCANNED + ".PackagePrivate");

        assertThat(search(List.of(SCANNED), classes, jar))
                .containsExactly(SCANNED + ".PackagePrivate", OTHER + ".Elsewhere");
    }

    @Test
    void findsThemInAJarThatDoesNotListItsFolders() throws IOException {
        assertThat(search(List.of(OTHER), jar("bare.jar", false, null, OTHER + ".Elsewhere")))
                .containsExactly(OTHER + ".Elsewhere");
    }

    @Test
    void findsThemInAJarThatIsKnownByALink() throws IOException {
        Path link = folder.resolve("app.jar");
        Files.createSymbolicLink(link, jar("app-1.0.jar", true, null, OTHER + ".Elsewhere"));

        assertThat(search(List.of(OTHER), link)).containsExactly(OTHER + ".Elsewhere");
    }

    @Test
    void findsAMethodThatIsInheritedFromAnotherJar() throws IOException {
        Path classes = folder("classes", INHERITING);
        Path jar = jar("base.jar", true, null, Base.class.getName());

        assertThat(search(List.of(OTHER), classes, jar)).containsExactly(INHERITING);
    }

    @Test
    void findsAMethodThatIsInheritedOverTwoJars() throws IOException {
        Path classes = folder("classes", TWICE);
        Path between = jar("between.jar", true, null, FAR + ".Between");
        Path jar = jar("base.jar", true, null, Base.class.getName());

        assertThat(search(List.of(OTHER), classes, between, jar)).containsExactly(TWICE);
    }

    @Test
    void isNotHeldUpBySuperTypesThatAreNotThere() throws IOException {
        Path classes = folder("classes", INHERITING, OTHER + ".Elsewhere");

        assertThat(search(List.of(OTHER), classes)).containsExactly(OTHER + ".Elsewhere");
    }

    @Test
    void readsTheJarsOfThePackagesAndNoneThatTheirManifestNames() throws IOException {
        Path library = jar("library.jar", true, null, SCANNED + ".PackagePrivate");
        Path jar = jar("app.jar", true, library.getFileName().toString(), OTHER + ".Elsewhere");
        String place = jar.toRealPath().toString();

        try (URLClassLoader loader = loader(jar)) {
            assertThat(new ClassPathPlaces(loader).ofPackages(List.of(OTHER)))
                    .hasValueSatisfying(found -> assertThat(found)
                            .extracting(ClassPathPlaces.Place::path)
                            .containsExactly(place));
        }
        assertThat(search(List.of(SCANNED), jar))
                .as("the package is in both, and the class loader knows both")
                .containsExactly(SCANNED + ".PackagePrivate", OTHER + ".Elsewhere");
    }

    private static List<String> search(List<String> packages, Path... classPath) throws IOException {
        try (URLClassLoader loader = loader(classPath)) {
            return new HandlerScanner(loader).scan(packages);
        }
    }

    private static URLClassLoader loader(Path... classPath) throws IOException {
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    private Path folder(String name, String... classes) throws IOException {
        Path root = folder.resolve(name);
        for (String each : classes) {
            Path file = root.resolve(path(each));
            Files.createDirectories(file.getParent());
            try (InputStream content = content(each)) {
                Files.copy(content, file);
            }
        }
        return root;
    }

    private Path jar(String name, boolean withFolders, String classPath, String... classes) throws IOException {
        Path file = folder.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String each : classes) {
                String path = path(each);
                for (int end = path.indexOf('/'); withFolders && end > 0; end = path.indexOf('/', end + 1)) {
                    jar.putNextEntry(new JarEntry(path.substring(0, end + 1)));
                }
                jar.putNextEntry(new JarEntry(path));
                try (InputStream content = content(each)) {
                    content.transferTo(jar);
                }
            }
        }
        return file;
    }

    private static String path(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static InputStream content(String className) {
        return HandlersInJarsTests.class.getClassLoader().getResourceAsStream(path(className));
    }
}

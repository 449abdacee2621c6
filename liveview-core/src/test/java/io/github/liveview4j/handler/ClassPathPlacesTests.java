package io.github.liveview4j.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.handler.ClassPathPlaces.Place;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathPlacesTests {

    @TempDir
    private Path folder;

    private String jar;

    @BeforeEach
    void createAJar() throws IOException {
        folder = folder.toRealPath();
        jar = Files.createFile(folder.resolve("an app.jar")).toUri().getRawPath();
    }

    @Test
    void knowsFoldersAndJars() throws IOException {
        Files.createDirectories(folder.resolve("some classes/com/example"));

        assertThat(places(folder.resolve("some classes").toUri() + "com/example"))
                .containsExactly(new Place(folder + "/some classes", List.of()));
        assertThat(places("jar:file:" + jar + "!/com/example"))
                .containsExactly(new Place(folder + "/an app.jar", List.of("an app.jar")));
    }

    @Test
    void knowsWhatIsInAJarOfSpringBoot() {
        assertThat(places("jar:nested:" + jar + "/!BOOT-INF/classes/!/com/example"))
                .containsExactly(new Place(folder + "/an app.jar!/BOOT-INF/classes", List.of("an app.jar")));
        assertThat(places("jar:nested:" + jar + "/!BOOT-INF/lib/one-1.0.jar!/com/example/"))
                .containsExactly(new Place(
                        folder + "/an app.jar!/BOOT-INF/lib/one-1.0.jar", List.of("an app.jar", "one-1.0.jar")));
    }

    @Test
    void hasNoAnswerWhereOnePlaceIsNeitherAFolderNorAJar() {
        String known = "jar:file:" + jar + "!/com/example";
        assertThat(find(known, "vfs:/content/app.war/WEB-INF/classes/com/example"))
                .isNull();
        assertThat(find(known, "jar:file:" + jar + "!/WEB-INF/lib/one.jar!/com/example"))
                .isNull();
        assertThat(find(known, "jar:https://example.com/one.jar!/com/example")).isNull();
        assertThat(find(known, "jar:file:/not/there.jar!/com/example")).isNull();
        assertThat(find(known, "file:/somewhere/else")).isNull();
        assertThat(find()).as("a jar need not list its folders").isNull();
    }

    private static List<Place> places(String... urls) {
        List<Place> found = find(urls);
        assertThat(found).isNotNull();
        return found;
    }

    /** Returns what is found for com.example where these are its URLs, or null. */
    private static List<Place> find(String... urls) {
        ClassLoader loader = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                assertThat(name).isEqualTo("com/example");
                URL[] all = new URL[urls.length];
                for (int i = 0; i < all.length; i++) {
                    all[i] = new URL(null, urls[i], new Unopened());
                }
                return Collections.enumeration(List.of(all));
            }
        };
        return new ClassPathPlaces(loader)
                .ofPackages(List.of("com.example"))
                .map(List::copyOf)
                .orElse(null);
    }

    /** Protocols that the platform does not know are of other class loaders. */
    private static final class Unopened extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL url) {
            throw new AssertionError("Expected nothing to be opened, got " + url);
        }
    }
}

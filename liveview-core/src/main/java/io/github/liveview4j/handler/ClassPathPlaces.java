package io.github.liveview4j.handler;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where on the class path packages and classes are: the folders and jars that a class loader has them from.
 *
 * <p>To search these alone is what makes a search quick: of an application's class path, most is of others. For any thread.
 */
final class ClassPathPlaces {

    private static final String CLASS_FILE = ".class";

    private final ClassLoader classLoader;

    ClassPathPlaces(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * Finds the places of packages, each of which may be in several.
     *
     * @return the places or empty where one cannot be told: a package is in none, as jars need not list
     *     their folders, or in something that is neither a folder nor a jar
     */
    Optional<Set<Place>> ofPackages(Collection<String> packages) {
        Set<Place> places = new LinkedHashSet<>();
        for (String name : packages) {
            String path = name.replace('.', '/');
            List<URL> found = path.isEmpty() ? List.of() : resources(path);
            if (found.isEmpty() || !addAll(places, found, path)) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    /**
     * Finds the places of classes; those of the Java platform, and those that are not there, have none.
     *
     * @return the places, or empty where one is in something that is neither a folder nor a jar
     */
    Optional<Set<Place>> ofClasses(Collection<String> classes) {
        Set<Place> places = new LinkedHashSet<>();
        for (String name : classes) {
            String path = name.replace('.', '/') + CLASS_FILE;
            URL found = classLoader.getResource(path);
            if (found != null && !"jrt".equals(found.getProtocol()) && !addAll(places, List.of(found), path)) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    private List<URL> resources(String path) {
        try {
            return Collections.list(classLoader.getResources(path));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean addAll(Set<Place> places, List<URL> found, String path) {
        for (URL url : found) {
            Place place = place(url, path);
            if (place == null) {
                return false;
            }
            places.add(place);
        }
        return true;
    }

    private static @Nullable Place place(URL url, String path) {
        String text = withoutSlash(url.toExternalForm());
        if (!text.endsWith("/" + path)) {
            return null;
        }
        String root = text.substring(0, text.length() - path.length() - 1);
        if (root.startsWith("file:")) {
            Path folder = real(root);
            return folder == null ? null : new Place(folder.toString(), List.of());
        }
        if (!root.startsWith("jar:") || !root.endsWith("!")) {
            return null;
        }
        String jar = root.substring("jar:".length(), root.length() - 1);
        if (jar.startsWith("nested:")) {
            return nested(jar.substring("nested:".length()));
        }
        Path file = jar.contains("!") ? null : real(jar);
        return file == null ? null : new Place(file.toString(), List.of(nameOf(file)));
    }

    /** In a jar of Spring Boot, there are jars and a folder: {@code /app.jar/!BOOT-INF/lib/one.jar}. */
    private static @Nullable Place nested(String path) {
        int border = path.indexOf("/!");
        Path outer = border < 0 ? null : real("file:" + path.substring(0, border));
        if (outer == null) {
            return null;
        }
        String inner = withoutSlash(path.substring(border + 2));
        List<String> jars = inner.endsWith(".jar")
                ? List.of(nameOf(outer), inner.substring(inner.lastIndexOf('/') + 1))
                : List.of(nameOf(outer));
        return new Place(outer + "!/" + inner, jars);
    }

    /** Without links, as ClassGraph follows them before it looks at a name. */
    private static @Nullable Path real(String uri) {
        try {
            return Path.of(URI.create(uri)).toRealPath();
        } catch (IllegalArgumentException | FileSystemNotFoundException | IOException e) {
            return null;
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * A folder or a jar.
     *
     * @param path as ClassGraph takes it: {@code /folder}, {@code /one.jar}, {@code /app.jar!/BOOT-INF/lib/one.jar}
     * @param jars the names of the jars that are opened for it, the outer one first
     */
    record Place(String path, List<String> jars) {

        boolean isJarInJar() {
            return jars.size() > 1;
        }
    }
}

package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.spring.websocket.ConnectionBook;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The class paths of the servers: this process's own, and for the twin the same without the library. Stateless. */
final class ClassPaths {

    private static final String CLIENT = "META-INF/resources/liveview/liveview.js";

    private ClassPaths() {}

    static String of(Kind kind) {
        String all = System.getProperty("java.class.path");
        if (kind == Kind.LIBRARY) {
            return all;
        }
        Set<Path> library = Set.of(place(LiveViewBroadcaster.class), place(ConnectionBook.class), client());
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry ->
                        !library.contains(Path.of(entry).toAbsolutePath().normalize()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path place(Class<?> type) {
        try {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place).toAbsolutePath().normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path client() {
        URL url = Objects.requireNonNull(
                ClassPaths.class.getClassLoader().getResource(CLIENT), "the client is not on the class path");
        String place = url.toString();
        String root = place.substring(0, place.length() - CLIENT.length());
        if (root.startsWith("jar:")) {
            root = root.substring("jar:".length(), root.length() - "!/".length());
        }
        return Path.of(URI.create(root)).toAbsolutePath().normalize();
    }
}

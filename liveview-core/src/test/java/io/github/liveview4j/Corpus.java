package io.github.liveview4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * Inputs that once did harm, or may: files beside a test, each with its reason as name, in the folder that Jazzer reads as well.
 */
public final class Corpus {

    private Corpus() {}

    /** Returns the bytes of all inputs of one method of a test. */
    public static Stream<Named<byte[]>> of(Class<?> test, String method) {
        URL folder = Objects.requireNonNull(
                test.getResource(test.getSimpleName() + "Inputs/" + method), "Expected a corpus for " + method);
        try (Stream<Path> files = Files.list(Path.of(uri(folder)))) {
            List<Named<byte[]>> inputs = files.sorted()
                    .map(file -> Named.of(file.getFileName().toString(), bytes(file)))
                    .toList();
            return inputs.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

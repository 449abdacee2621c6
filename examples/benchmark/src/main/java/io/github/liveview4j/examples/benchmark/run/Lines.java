package io.github.liveview4j.examples.benchmark.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of lines in a folder: writes to one, reads all of them. For one thread. */
final class Lines {

    private static final String OWN = "runs.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;

    Lines(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what earlier runs of this program wrote; the files of others stay. */
    void clear() {
        try {
            Files.deleteIfExists(folder.resolve(OWN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Line line) {
        try {
            Files.writeString(
                    folder.resolve(OWN),
                    JSON.writeValueAsString(line) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines of all files that end in {@code .jsonl}, this program's first. */
    List<Line> all() {
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted((one, other) -> Boolean.compare(isOwn(other), isOwn(one)) != 0
                            ? Boolean.compare(isOwn(other), isOwn(one))
                            : one.compareTo(other))
                    .forEach(file -> read(file, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Returns the number of the last round that is written down, or 0. */
    int lastRound() {
        return all().stream()
                .filter(line -> Figures.isOwn(line.figure()))
                .mapToInt(Line::round)
                .max()
                .orElse(0);
    }

    private static boolean isOwn(Path file) {
        return file.endsWith(OWN);
    }

    private static void read(Path file, List<Line> lines) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(JSON.readValue(line, Line.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.liveview4j.spring.assets;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * Lists the files that an application serves, in folders and jars. What is neither, such as another server, has no list and
 * counts for nothing.
 *
 * <p>For any thread.
 */
final class StaticFiles {

    private static final String CLASS_PATH = "classpath:";

    /** Served where the application's locations do not have it, too: a template may name it by an address of its own. */
    private static final String CLIENT = "liveview/";

    private static final String CLIENT_FOLDER = CLASS_PATH + "/META-INF/resources/" + CLIENT;

    /** Somebody's uploads rather than resources of an application. */
    private static final int MOST = 50_000;

    private final ResourcePatternResolver resources;
    private final List<String> locations;
    private final int most;

    StaticFiles(ResourcePatternResolver resources, List<String> locations) {
        this(resources, locations, MOST);
    }

    StaticFiles(ResourcePatternResolver resources, List<String> locations, int most) {
        this.resources = resources;
        this.locations = locations;
        this.most = most;
    }

    /**
     * Returns the files by the path below their location, with slashes.
     *
     * @throws IOException if a folder or jar cannot be read, or there are too many files
     */
    SortedMap<String, Resource> byPath() throws IOException {
        SortedMap<String, Resource> files = new TreeMap<>();
        for (String location : locations) {
            add(files, "", location);
        }
        add(files, CLIENT, CLIENT_FOLDER);
        return files;
    }

    private void add(SortedMap<String, Resource> files, String prefix, String location) throws IOException {
        Resource[] roots = location.startsWith(CLASS_PATH)
                ? resources.getResources("classpath*:" + location.substring(CLASS_PATH.length()))
                : new Resource[] {resources.getResource(location)};
        for (Resource root : roots) {
            if (root.isFile()) {
                addFolder(files, prefix, root.getFile().toPath());
            } else {
                addJar(files, prefix, root.getURL().toString());
            }
        }
    }

    private void addFolder(SortedMap<String, Resource> files, String prefix, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Iterator<Path> each = paths.filter(Files::isRegularFile).iterator(); each.hasNext(); ) {
                Path file = each.next();
                String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
                put(files, prefix + path, new FileSystemResource(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void addJar(SortedMap<String, Resource> files, String prefix, String folder) throws IOException {
        for (Resource file : resources.getResources(folder + "**")) {
            String path =
                    StringUtils.uriDecode(file.getURL().toString().substring(folder.length()), StandardCharsets.UTF_8);
            if (!path.isEmpty() && !path.endsWith("/")) {
                put(files, prefix + path, file);
            }
        }
    }

    private void put(SortedMap<String, Resource> files, String path, Resource file) throws IOException {
        files.putIfAbsent(path, file);
        if (files.size() > most) {
            throw new IOException("more than " + most + " files in " + locations);
        }
    }
}

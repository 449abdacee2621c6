package io.github.liveview4j.handler;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the class files of packages, in the folders and jars that a class loader knows them in, a jar in a jar included.
 *
 * <p>For one thread.
 */
final class ClassFiles {

    private static final Logger log = LoggerFactory.getLogger(ClassFiles.class);
    private static final String SUFFIX = ".class";

    private final ClassLoader classLoader;

    ClassFiles(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * Reads every class of a package and of those below it; one that cannot be read is passed over.
     *
     * @throws UncheckedIOException if a folder or jar cannot be read
     */
    void each(String packageName, Consumer<ClassFile> consumer) {
        try {
            for (URL root : Collections.list(classLoader.getResources(packageName.replace('.', '/')))) {
                each(root, consumer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The package " + packageName + " could not be searched for handlers", e);
        }
    }

    /** Returns a class by its name, or {@code null} where there is none that can be read. */
    @Nullable
    ClassFile find(String name) {
        try (InputStream content = classLoader.getResourceAsStream(name.replace('.', '/') + SUFFIX)) {
            return content == null ? null : read(name, content);
        } catch (IOException e) {
            return null;
        }
    }

    private static void each(URL root, Consumer<ClassFile> consumer) throws IOException {
        if (root.getProtocol().equals("file")) {
            eachOfFolder(folder(root), consumer);
            return;
        }
        URLConnection connection = root.openConnection();
        if (connection instanceof JarURLConnection jar) {
            // Ours alone: closing one that others have too would take it from them.
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                String folder = jar.getEntryName();
                eachOfJar(file, folder.endsWith("/") ? folder : folder + "/", consumer);
            }
        } else {
            log.warn(
                    "{} is not searched for handlers: expected a folder or a jar. Make beans of the handlers that are there",
                    root);
        }
    }

    private static Path folder(URL root) throws IOException {
        try {
            return Path.of(root.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("Expected the address of a folder, got " + root, e);
        }
    }

    private static void eachOfFolder(Path folder, Consumer<ClassFile> consumer) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
                Path file = each.next();
                if (isClass(file.toString())) {
                    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
                        pass(file.toString(), content, consumer);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void eachOfJar(JarFile jar, String folder, Consumer<ClassFile> consumer) throws IOException {
        for (Enumeration<JarEntry> each = jar.entries(); each.hasMoreElements(); ) {
            JarEntry entry = each.nextElement();
            if (entry.getName().startsWith(folder) && isClass(entry.getName())) {
                try (InputStream content = new BufferedInputStream(jar.getInputStream(entry))) {
                    pass(entry.getName(), content, consumer);
                }
            }
        }
    }

    private static boolean isClass(String file) {
        return file.endsWith(SUFFIX) && !file.endsWith("-info.class");
    }

    private static void pass(String file, InputStream content, Consumer<ClassFile> consumer) {
        ClassFile found = read(file, content);
        if (found != null) {
            consumer.accept(found);
        }
    }

    private static @Nullable ClassFile read(String file, InputStream content) {
        try {
            return ClassFile.read(content);
        } catch (IOException | RuntimeException e) {
            log.debug("{} is not searched for handlers, as it cannot be read", file, e);
            return null;
        }
    }
}

package io.github.liveview4j.handler;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes with handler methods on the class path.
 *
 * <p>It reads class files and loads nothing: what it finds may depend on classes that are not there. For any thread.
 */
public final class HandlerScanner {

    private final ClassFiles files;

    /**
     * Creates a scanner.
     *
     * @param classLoader the application's class loader, whose class path is searched
     */
    public HandlerScanner(ClassLoader classLoader) {
        this.files = new ClassFiles(classLoader);
    }

    /**
     * Finds the concrete classes that have a method with {@code @LiveViewHandler}, of any visibility, their own or a superclass's.
     *
     * @param packages the packages to search, with all below them; none finds nothing
     * @return the names of the classes, in alphabetical order
     */
    public List<String> scan(Collection<String> packages) {
        Map<String, ClassFile> searched = new TreeMap<>();
        for (String each : packages) {
            files.each(each, file -> searched.putIfAbsent(file.name(), file));
        }
        Map<String, @Nullable ClassFile> known = new HashMap<>(searched);
        return searched.values().stream()
                .filter(ClassFile::canBeMade)
                .filter(file -> hasHandler(file, known))
                .map(ClassFile::name)
                .toList();
    }

    private boolean hasHandler(ClassFile file, Map<String, @Nullable ClassFile> known) {
        for (ClassFile each = file; each != null; each = above(each, known)) {
            if (each.hasHandler()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable ClassFile above(ClassFile file, Map<String, @Nullable ClassFile> known) {
        String name = file.superName();
        if (name == null || name.startsWith("java.")) {
            return null;
        }
        if (!known.containsKey(name)) {
            known.put(name, files.find(name));
        }
        return known.get(name);
    }
}

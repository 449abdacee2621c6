package io.github.liveview4j.handler;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import io.github.liveview4j.LiveViewHandler;
import java.util.Collection;
import java.util.List;

/**
 * Finds classes with handler methods on the class path.
 *
 * <p>The only class that knows ClassGraph. It reads class files and loads nothing: what it finds may depend on classes that
 * are not there.
 */
public final class HandlerScanner {

    private final ClassLoader classLoader;

    /**
     * Creates a scanner.
     *
     * @param classLoader the application's class loader, whose class path is searched
     */
    public HandlerScanner(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * Finds the concrete classes that have a method with {@code @LiveViewHandler}, of any visibility, their own or a superclass's.
     *
     * @param packages the packages to search, with all below them; none finds nothing
     * @return the names of the classes, in alphabetical order
     */
    public List<String> scan(Collection<String> packages) {
        if (packages.isEmpty()) {
            return List.of();
        }
        try (ScanResult result = new ClassGraph()
                .overrideClassLoaders(classLoader)
                .ignoreParentClassLoaders()
                .disableModuleScanning()
                .acceptPackages(packages.toArray(String[]::new))
                .enableAnnotationInfo()
                .enableMethodInfo()
                .ignoreClassVisibility()
                .ignoreMethodVisibility()
                .scan()) {
            return result.getClassesWithMethodAnnotation(LiveViewHandler.class.getName()).getStandardClasses().stream()
                    .filter(HandlerScanner::canBeABean)
                    .map(ClassInfo::getName)
                    .sorted()
                    .toList();
        }
    }

    private static boolean canBeABean(ClassInfo type) {
        return !type.isAbstract()
                && !type.isEnum()
                && !type.isAnonymousInnerClass()
                && (!type.isInnerClass() || type.isStatic());
    }
}

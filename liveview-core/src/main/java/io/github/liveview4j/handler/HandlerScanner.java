package io.github.liveview4j.handler;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ClassInfoList;
import io.github.classgraph.ScanResult;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.handler.ClassPathPlaces.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds classes with handler methods on the class path.
 *
 * <p>The only class that knows ClassGraph. It reads class files and loads nothing: what it finds may depend on classes that
 * are not there. It opens the folders and jars that the class loader has the packages from, and those of super types; the
 * whole class path, which takes many times as long, only where that is not enough. Hence, of a package that is in several, a
 * jar that does not list its folders is overlooked, as it is by Spring's component scanning.
 */
public final class HandlerScanner {

    private static final String ANNOTATION = LiveViewHandler.class.getName();

    /** One: more cost more to start than they save, in the few places that are searched. */
    private static final int THREADS = 1;

    private final ClassLoader classLoader;
    private final ClassPathPlaces places;

    /**
     * Creates a scanner.
     *
     * @param classLoader the application's class loader, whose class path is searched
     */
    public HandlerScanner(ClassLoader classLoader) {
        this.classLoader = classLoader;
        this.places = new ClassPathPlaces(classLoader);
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
        Optional<Set<Place>> known = places.ofPackages(packages);
        if (known.isPresent()) {
            try (ScanResult result = in(known.get())
                    .acceptPackages(packages.toArray(String[]::new))
                    .scan(THREADS)) {
                if (!result.getAllClasses().isEmpty() && !inheritsFromElsewhere(outside(result))) {
                    return handlers(result);
                }
            }
        }
        try (ScanResult result =
                everywhere().acceptPackages(packages.toArray(String[]::new)).scan()) {
            return handlers(result);
        }
    }

    /** Returns whether a handler method is in a class that is in none of the places where the packages are. */
    private boolean inheritsFromElsewhere(Set<String> superTypes) {
        Set<String> seen = new HashSet<>();
        Set<String> open = superTypes;
        while (!open.isEmpty()) {
            seen.addAll(open);
            Optional<Set<Place>> known = places.ofClasses(open);
            if (known.isEmpty()) {
                return true;
            }
            if (known.get().isEmpty()) {
                return false;
            }
            try (ScanResult result =
                    in(known.get()).acceptClasses(open.toArray(String[]::new)).scan(THREADS)) {
                if (!result.getClassesWithMethodAnnotation(ANNOTATION).isEmpty()) {
                    return true;
                }
                open = outside(result);
                open.removeAll(seen);
            }
        }
        return false;
    }

    /** The super types whose class files were not read, since they are elsewhere. */
    private static Set<String> outside(ScanResult result) {
        Set<String> names = new HashSet<>();
        for (ClassInfo type : result.getAllClasses()) {
            addOutside(type.getSuperclasses(), names);
            addOutside(type.getInterfaces(), names);
        }
        return names;
    }

    private static void addOutside(ClassInfoList superTypes, Set<String> names) {
        for (ClassInfo superType : superTypes) {
            if (superType.getResource() == null && !superType.getName().startsWith("java.")) {
                names.add(superType.getName());
            }
        }
    }

    /** Reads these places and nothing that they lead to, as the manifest of a jar does and the libraries in one of Spring Boot. */
    private static ClassGraph in(Set<Place> where) {
        ClassGraph search =
                reading().overrideClasspath(where.stream().map(Place::path).toList());
        Set<String> jars =
                where.stream().flatMap(place -> place.jars().stream()).collect(Collectors.toSet());
        if (jars.isEmpty()) {
            search.disableJarScanning();
        } else {
            search.acceptJars(jars.toArray(String[]::new));
        }
        if (where.stream().noneMatch(Place::isJarInJar)) {
            search.disableNestedJarScanning();
        }
        return search;
    }

    private ClassGraph everywhere() {
        return reading().overrideClassLoaders(classLoader).ignoreParentClassLoaders();
    }

    private static ClassGraph reading() {
        return new ClassGraph()
                .disableModuleScanning()
                .enableAnnotationInfo()
                .enableMethodInfo()
                .ignoreClassVisibility()
                .ignoreMethodVisibility();
    }

    private static List<String> handlers(ScanResult result) {
        return result.getClassesWithMethodAnnotation(ANNOTATION).getStandardClasses().stream()
                .filter(HandlerScanner::canBeABean)
                .map(ClassInfo::getName)
                .sorted()
                .toList();
    }

    private static boolean canBeABean(ClassInfo type) {
        return !type.isAbstract()
                && !type.isEnum()
                && !type.isAnonymousInnerClass()
                && (!type.isInnerClass() || type.isStatic());
    }
}

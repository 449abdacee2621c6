package io.github.liveview4j.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.catalina.util.ServerInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.core.SpringVersion;
import org.springframework.util.ClassUtils;
import org.thymeleaf.Thymeleaf;

/**
 * What the libraries that read a stranger's bytes and text say of their own versions, each where it is on the class path.
 *
 * <p>For the start, in one thread.
 */
final class LibraryVersions {

    private static final VersionFloor FRAMEWORK = new VersionFloor(
            "Spring Framework",
            "spring-framework.version",
            "7.0.8",
            "published holes, among them denial of service in the web stack (CVE-2026-22740)");
    private static final VersionFloor TOMCAT = new VersionFloor(
            "Tomcat", "tomcat.version", "11.0.26", "published holes, among them denial of service (CVE-2026-41284)");
    private static final VersionFloor THYMELEAF = new VersionFloor(
            "Thymeleaf",
            "thymeleaf.version",
            "3.1.5",
            "published holes by which a template can be injected (CVE-2026-40477, CVE-2026-41901)");

    /**
     * A library that is here.
     *
     * @param floor how old it may be
     * @param version what it says, or {@code null} where it does not know
     */
    record Found(VersionFloor floor, @Nullable String version) {}

    private LibraryVersions() {}

    /**
     * Asks them.
     *
     * @param loader the application's class loader, or {@code null} for the usual one
     */
    static List<Found> of(@Nullable ClassLoader loader) {
        List<Found> found = new ArrayList<>();
        found.add(new Found(FRAMEWORK, SpringVersion.getVersion()));
        add(found, TOMCAT, "org.apache.catalina.util.ServerInfo", loader, () -> ServerInfo.getServerNumber());
        add(found, THYMELEAF, "org.thymeleaf.Thymeleaf", loader, () -> Thymeleaf.getVersion());
        return found;
    }

    private static void add(
            List<Found> found,
            VersionFloor floor,
            String className,
            @Nullable ClassLoader loader,
            Supplier<@Nullable String> version) {
        if (ClassUtils.isPresent(className, loader)) {
            found.add(new Found(floor, version.get()));
        }
    }
}

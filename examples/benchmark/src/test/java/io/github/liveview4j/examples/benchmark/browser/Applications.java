package io.github.liveview4j.examples.benchmark.browser;

import io.github.liveview4j.examples.benchmark.library.LibraryApplication;
import io.github.liveview4j.examples.benchmark.twin.TwinApplication;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application with the library and the one by hand, each at a port of its own in this process. For one thread. */
final class Applications implements AutoCloseable {

    private final ConfigurableApplicationContext library;
    private final ConfigurableApplicationContext twin;

    Applications() {
        library = start(
                LibraryApplication.class,
                "--liveview.broadcast=local",
                // A benchmark clicks faster than anybody.
                "--liveview.limits.calls=100000",
                "--liveview.limits.calls-burst=100000");
        twin = start(
                TwinApplication.class,
                "--twin.broadcast=local",
                // It is on the class path here, and would take over.
                "--spring.autoconfigure.exclude=io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration");
    }

    private static ConfigurableApplicationContext start(Class<?> type, String... arguments) {
        SpringApplication application = new SpringApplication(type);
        application.setDefaultProperties(Map.of(
                "server.port", "0", "spring.main.banner-mode", "off", "spring.application.name", type.getSimpleName()));
        return application.run(arguments);
    }

    String library(String path) {
        return url(library, path);
    }

    String twin(String path) {
        return url(twin, path);
    }

    private static String url(ConfigurableApplicationContext context, String path) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return "http://localhost:" + port + path;
    }

    @Override
    public void close() {
        try (library) {
            twin.close();
        }
    }
}

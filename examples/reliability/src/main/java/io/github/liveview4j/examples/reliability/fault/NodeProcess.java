package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.support.FreePort;
import io.github.liveview4j.examples.support.Signals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server in a JVM of its own, which can be killed as a crash or a power cut kills it, and frozen. It keeps its port over its
 * lives, runs on the class path of this process and writes to {@code target/reliability/}. For one thread.
 */
public final class NodeProcess implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "reliability");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.next();
    private final Class<?> application;
    private final List<String> arguments;
    private final Path log;
    private @Nullable Process process;

    /**
     * Describes a server that is not running yet.
     *
     * @param application the class with its {@code main}
     * @param arguments Spring Boot's; the port is added
     */
    public NodeProcess(Class<?> application, List<String> arguments) {
        this.application = application;
        this.arguments = List.copyOf(arguments);
        this.log = LOGS.resolve("node-" + port + ".log");
    }

    /** Returns its port. */
    public int port() {
        return port;
    }

    /** Starts it, again or for the first time, and does not wait: several start at the same time. */
    public NodeProcess start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=" + System.getProperty("reliability.tier", "1"),
                "-Xmx" + System.getProperty("reliability.heap", "512m"),
                "-XX:+UseSerialGC",
                // Its pages call as fast as they can, which is what is measured. Arguments come before it.
                "-Dliveview.limits.calls=0",
                "-cp",
                System.getProperty("java.class.path"),
                application.getName(),
                "--server.port=" + port,
                "--node=" + port));
        command.addAll(arguments);
        try {
            Files.createDirectories(LOGS);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until it answers. */
    public NodeProcess awaitStarted() {
        Condition.require("node " + port + " answers, see " + log, Duration.ofMinutes(2), this::answers);
        return this;
    }

    /** Kills it. */
    public void kill() {
        Signals.kill(running());
    }

    /** Freezes it. */
    public void freeze() {
        Signals.freeze(running());
    }

    /** Lets it go on. */
    public void thaw() {
        Signals.thaw(running());
    }

    /** Fetches from it, at most ten seconds. */
    public String get(String path) {
        try {
            return http.send(request(path), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether it says that broadcasts work. */
    public boolean isHealthy() {
        return get("/actuator/health/liveView").contains("\"status\":\"UP\"");
    }

    /** What it wrote, over all its lives. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() throws InterruptedException {
        if (!running().isAlive()) {
            throw new IllegalStateException("node " + port + " has ended, see " + log.toAbsolutePath());
        }
        try {
            return http.send(request("/alive"), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started");
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}

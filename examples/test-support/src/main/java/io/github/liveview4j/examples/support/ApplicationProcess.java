package io.github.liveview4j.examples.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/**
 * An application in a JVM of its own, which can be killed as a crash or a power cut kills it. It runs on the class path of
 * the test and writes to {@code target/application-}<em>port</em>{@code .log}.
 *
 * <p>For one thread.
 */
public final class ApplicationProcess {

    /** A start page may send its visitor to the sign-in. */
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();

    private final Class<?> application;
    private final List<String> arguments;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    /**
     * Starts the application on a port that was free.
     *
     * @param application the class with its {@code main} method
     * @param arguments Spring Boot's, beside the port
     */
    public ApplicationProcess(Class<?> application, String... arguments) throws IOException {
        this.application = application;
        this.arguments = List.of(arguments);
        this.port = FreePort.next();
        this.log = Path.of("target", "application-" + port + ".log");
        Files.deleteIfExists(log);
        start();
    }

    /** Returns the address of its start page. */
    public String url() {
        return "http://localhost:" + port + "/";
    }

    /** Returns the port that it listens on. */
    public int port() {
        return port;
    }

    /** Starts the application again, on the same port, and returns when it answers. */
    public void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                application.getName(),
                "--server.port=" + port));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await().atMost(Duration.ofMinutes(2)).until(this::answers);
    }

    /** Kills the application without a chance to say goodbye. */
    public void kill() throws InterruptedException {
        Process running = running();
        running.destroyForcibly();
        Assertions.assertTrue(running.waitFor(1, TimeUnit.MINUTES), "the application outlives its end");
    }

    private boolean answers() throws InterruptedException {
        Assertions.assertTrue(running().isAlive(), () -> "the application has ended, see " + log.toAbsolutePath());
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url()))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "started by the constructor");
    }
}

package io.github.liveview4j.examples.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/**
 * An application in a JVM of its own, which can be killed as a crash or a power cut kills it. It runs on the class path of
 * the test and writes to {@code target/application.log}.
 *
 * <p>For one thread.
 */
public final class ApplicationProcess {

    private static final Path LOG = Path.of("target", "application.log");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Class<?> application;
    private final int port;
    private @Nullable Process process;

    /**
     * Starts the application on a port that was free.
     *
     * @param application the class with its {@code main} method
     */
    public ApplicationProcess(Class<?> application) throws IOException {
        this.application = application;
        this.port = freePort();
        Files.deleteIfExists(LOG);
        start();
    }

    /** Returns the address of its start page. */
    public String url() {
        return "http://localhost:" + port + "/";
    }

    /** Starts the application again, on the same port, and returns when it answers. */
    public void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        application.getName(),
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
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
        Assertions.assertTrue(running().isAlive(), () -> "the application has ended, see " + LOG.toAbsolutePath());
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url()))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * A port that stays free while the application is down. One of those that systems give to outgoing connections would
     * not: whoever tries to reach the application that is down could be given that very port.
     */
    private static int freePort() throws IOException {
        for (int attempt = 0; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket free = new ServerSocket(port, 1)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                if (attempt == 20) {
                    throw taken;
                }
            }
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "started by the constructor");
    }
}

package io.github.liveview4j.examples.quickstart;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** The quickstart in a JVM of its own, which can be killed as a crash or a power cut kills it. */
final class ApplicationProcess {

    private static final Path LOG = Path.of("target", "quickstart.log");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private Process process;

    /** Starts the application on a port that was free. */
    ApplicationProcess() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.deleteIfExists(LOG);
        start();
    }

    String url() {
        return "http://localhost:" + port + "/";
    }

    /** Starts the application again, on the same port, and returns when it answers. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuickstartApplication.class.getName(),
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        await().atMost(Duration.ofMinutes(2)).until(this::answers);
    }

    /** Kills the application without a chance to say goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        Assertions.assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the application outlives its end");
    }

    private boolean answers() throws InterruptedException {
        Assertions.assertTrue(process.isAlive(), () -> "the application has ended, see " + LOG.toAbsolutePath());
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url()))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}

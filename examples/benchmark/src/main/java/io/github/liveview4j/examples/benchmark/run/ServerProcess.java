package io.github.liveview4j.examples.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a JVM of its own, which writes to a log of its own. For one thread. */
final class ServerProcess implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "benchmark-logs");
    private static final long PATIENCE_SECONDS = 90;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Path log;
    private final Process process;

    private ServerProcess(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** Starts one, and does not wait: several start at the same time. */
    static ServerProcess start(Setup setup, int redisPort) {
        int port = freePort();
        Path log = LOGS.resolve(setup.name() + "-" + port + ".log");
        List<String> command = new ArrayList<>();
        command.add(tool("java"));
        command.addAll(setup.jvm());
        command.addAll(List.of(
                "-cp", ClassPaths.of(setup.kind()), setup.kind().application().getName()));
        command.addAll(settings(port, redisPort));
        command.addAll(setup.kind().arguments());
        command.add(setup.kind().broadcast(setup.isRedis()));
        command.addAll(setup.arguments());
        try {
            Files.createDirectories(LOGS);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            // Whoever interrupts this program means the servers too.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ServerProcess(port, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all servers are started with: room for many sockets, and nothing on the console. */
    static List<String> settings(int port, int redisPort) {
        return List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--server.tomcat.max-connections=60000",
                "--server.tomcat.accept-count=2048",
                "--spring.data.redis.port=" + redisPort,
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn");
    }

    /** Waits until it answers. */
    ServerProcess awaitStarted() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                close();
                throw new IllegalStateException("A server did not start, see " + log.toAbsolutePath());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return this;
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Has the JDK's own tool do something with it, and returns what that printed. */
    String jcmd(String... command) {
        List<String> all = new ArrayList<>(List.of(tool("jcmd"), String.valueOf(process.pid())));
        all.addAll(List.of(command));
        return Programs.output(all);
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

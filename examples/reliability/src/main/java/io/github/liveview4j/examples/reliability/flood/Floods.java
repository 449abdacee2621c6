package io.github.liveview4j.examples.reliability.flood;

import io.github.liveview4j.examples.reliability.fault.NodeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The long form of the flood tests: attacks a server in every way and prints what others noticed, as a table in Markdown.
 *
 * <pre>{@code
 * ./mvnw -pl examples/reliability -am compile spring-boot:run \
 *     -Dspring-boot.run.main-class=io.github.liveview4j.examples.reliability.flood.Floods
 * }</pre>
 *
 * <p>{@code -Dspring-boot.run.arguments="CALLS PINGS:echo"} runs some; {@code :echo} is the same against a bare WebSocket of Spring's.
 * {@code -Dspring-boot.run.jvmArguments="-Dflood.seconds=60"} makes each longer.
 */
public final class Floods {

    private static final int PAGES = 20;
    private static final List<String> COMPARED =
            List.of("PINGS:echo", "CONTROL_PINGS:echo", "FRAGMENTS:echo", "EMPTY_FRAGMENTS:echo", "LARGE:echo");

    private final Duration time;
    private final NodeProcess node;

    /**
     * What came of one attack.
     *
     * @param heap KiB in use after a collection: before, during and after
     * @param left what the server knew of afterwards: sessions, rooms, entries of the book
     * @param sent what the hostile client says that it sent: bytes, connections, refusals
     */
    record Outcome(
            HealthyPages.Times before,
            HealthyPages.Times during,
            HealthyPages.Times after,
            List<Long> heap,
            List<Long> left,
            String sent,
            int failures) {}

    Floods(NodeProcess node, Duration time) {
        this.node = node;
        this.time = time;
    }

    /** What the server under attack is told, beside its port: addresses come by a header, as from a proxy that is believed. */
    static NodeProcess node() {
        return new NodeProcess(
                FloodNode.class,
                List.of(
                        "--server.forward-headers-strategy=native",
                        "--liveview.limits.calls=30",
                        // Its clients load no page: what they are refused for is their number.
                        "--liveview.page-token=optional",
                        "--liveview.broadcast=local",
                        "--server.tomcat.threads.max=200",
                        "--server.tomcat.max-connections=8192",
                        "--logging.level.root=warn"));
    }

    /**
     * Runs them.
     *
     * @param args the attacks, all by default
     */
    public static void main(String[] args) {
        System.getProperties().putIfAbsent("reliability.tier", "4");
        List<String> attacks = new ArrayList<>(Arrays.asList(args));
        if (attacks.isEmpty()) {
            Arrays.stream(Attack.values()).map(Attack::name).forEach(attacks::add);
            attacks.addAll(COMPARED);
        }
        Duration time = Duration.ofSeconds(Integer.getInteger("flood.seconds", 15));
        System.out.println(
                "| attack | sent: bytes, connections, refused | p50 / p99 / worst before | during | after | "
                        + "heap before, during, after (MiB) | left: sessions, rooms, book | failed |\n|---|---|---|---|---|---|---|---|");
        for (String each : attacks) {
            try (NodeProcess node = node().start().awaitStarted()) {
                String[] parts = each.split(":");
                Outcome outcome = new Floods(node, time).run(Attack.valueOf(parts[0]), parts.length > 1);
                System.out.printf(
                        "| %s | %s | %s | %s | %s | %s | %s | %d |%n",
                        each,
                        outcome.sent(),
                        outcome.before(),
                        outcome.during(),
                        outcome.after(),
                        outcome.heap().stream().map(kib -> kib / 1024).toList(),
                        outcome.left(),
                        outcome.failures());
            }
        }
        System.exit(0);
    }

    Outcome run(Attack attack, boolean isEcho) {
        try (HealthyPages pages = new HealthyPages(node.port(), PAGES)) {
            // The compiler is at its work in the first seconds.
            pass(time.dividedBy(2));
            HealthyPages.Times before = pages.during(() -> pass(time.dividedBy(2)));
            List<Long> first = figures();
            Process hostile = attack(attack, isEcho);
            HealthyPages.Times during = pages.during(() -> pass(time));
            List<Long> second = figures();
            String sent = end(hostile);
            HealthyPages.Times after = pages.during(() -> pass(time.dividedBy(2)));
            awaitNobodyButThePages();
            List<Long> third = figures();
            return new Outcome(
                    before,
                    during,
                    after,
                    List.of(first.get(4), second.get(4), third.get(4)),
                    third.subList(0, 3),
                    sent,
                    pages.failures());
        }
    }

    /** Sessions, rooms, entries of the book, threads and KiB. */
    private List<Long> figures() {
        return Arrays.stream(node.get("/figures").split(" ")).map(Long::valueOf).toList();
    }

    private void awaitNobodyButThePages() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (figures().get(0) > PAGES && System.nanoTime() - end < 0) {
            pass(Duration.ofMillis(500));
        }
    }

    private Process attack(Attack attack, boolean isEcho) {
        List<String> command = new ArrayList<>(List.of(
                // Cores are few: what is measured is the server and not who gets a core.
                "nice",
                "-n",
                "15",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Hostile.class.getName(),
                String.valueOf(node.port()),
                attack.name(),
                String.valueOf(time.toSeconds() + 2)));
        if (isEcho) {
            command.add("echo");
        }
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(Process hostile) {
        try {
            if (!hostile.waitFor(20, TimeUnit.SECONDS)) {
                hostile.destroyForcibly();
            }
            return new String(hostile.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.history.History;
import io.github.liveview4j.examples.reliability.history.Publication;
import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import io.github.liveview4j.examples.reliability.node.Ledger;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An application that stores a message and then publishes it, at a steady rate, through any node; and writes down what it was
 * told. For any thread.
 */
public final class Publisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "publisher");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger underWay = new AtomicInteger();
    private final History history;
    private final Ledger ledger;
    private final IntSupplier ports;
    private final List<String> rooms;
    private final Random random;
    private volatile int padding;

    Publisher(History history, Ledger ledger, IntSupplier ports, List<String> rooms, long seed) {
        this.history = history;
        this.ledger = ledger;
        this.ports = ports;
        this.rooms = rooms;
        random = new Random(seed);
    }

    /** Makes its messages so many characters longer. */
    public Publisher withPadding(int characters) {
        padding = characters;
        return this;
    }

    /** Begins to publish so many messages a second, each to a room by chance. */
    public void start(int rate) {
        long pause = TimeUnit.SECONDS.toNanos(1) / rate;
        clock.scheduleAtFixedRate(this::publish, 0, pause, TimeUnit.NANOSECONDS);
    }

    private void publish() {
        publish(rooms.get(random.nextInt(rooms.size())), ports.getAsInt());
    }

    /** Publishes one message through the node at a port. */
    public CompletableFuture<Publication> publish(String room, int port) {
        long id = ledger.store(room);
        underWay.incrementAndGet();
        long started = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + "/publish?room=" + room + "&id=" + id + "&padding=" + padding))
                .POST(HttpRequest.BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).handle((response, failure) -> {
            Publication told = new Publication(room, id, outcome(response, failure), started, System.nanoTime(), null);
            history.add(told);
            underWay.decrementAndGet();
            return told;
        });
    }

    /** A node that was not reached did nothing; one that did not answer may have done anything. */
    private static Outcome outcome(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
        if (response != null && response.statusCode() == 200) {
            return Outcome.valueOf(response.body());
        }
        Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof ConnectException ? Outcome.FAILED : Outcome.UNKNOWN;
    }

    /** Stops, and waits until every message has its outcome. */
    public void stop() {
        clock.shutdownNow();
        Condition.require("every publisher is told", PATIENCE.plusSeconds(5), () -> underWay.get() == 0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

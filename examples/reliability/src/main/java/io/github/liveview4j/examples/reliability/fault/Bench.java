package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.client.PageSettings;
import io.github.liveview4j.examples.reliability.client.PageSwarm;
import io.github.liveview4j.examples.reliability.client.SimulatedPage;
import io.github.liveview4j.examples.reliability.history.History;
import io.github.liveview4j.examples.reliability.history.HistoryChecker;
import io.github.liveview4j.examples.reliability.history.IdSet;
import io.github.liveview4j.examples.reliability.history.Publication;
import io.github.liveview4j.examples.reliability.history.Publication.Outcome;
import io.github.liveview4j.examples.reliability.history.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One run on some {@link Machines}: its pages, its publisher and its record. Rooms are the run's own, so that runs may follow
 * each other on the same machines. For one thread.
 */
public final class Bench implements AutoCloseable {

    private static final Duration CATCH_UP = Duration.ofSeconds(Integer.getInteger("reliability.catch-up", 20));

    /**
     * What a scenario needs.
     *
     * @param nodes how many servers
     * @param redis which Redis they share, or none
     * @param ownMachines whether it leaves them in a state that others should not begin with
     * @param arguments the servers' settings
     */
    public record Plan(int nodes, Redis redis, boolean ownMachines, List<String> arguments) {

        /** The Redis of a plan. */
        public enum Redis {
            /** None: what is broadcast stays on its node. */
            NONE,
            /** One that forgets when it ends. */
            FORGETFUL,
            /** One that has written everything before it answers. */
            DURABLE
        }

        /** Two servers that share a Redis. */
        public static Plan pair(Redis redis, String... arguments) {
            return new Plan(2, redis, arguments.length > 0, List.of(arguments));
        }
    }

    private final History history = new History();
    private final Machines machines;
    private final PageSwarm swarm;
    private final Random random;
    private List<String> rooms;
    private final long seed;

    /** Begins a run. */
    public Bench(Machines machines, long seed) {
        this.machines = machines;
        this.seed = seed;
        swarm = new PageSwarm(history, seed);
        random = new Random(seed);
        String run = Long.toString(System.nanoTime(), 36);
        rooms = IntStream.range(0, 10).mapToObj(n -> "r" + n + "-" + run).toList();
    }

    /** Returns the servers and what is between them. */
    public Machines machines() {
        return machines;
    }

    /** Returns the pages. */
    public PageSwarm swarm() {
        return swarm;
    }

    /** Returns the record. */
    public History history() {
        return history;
    }

    /** Returns the random numbers of the run. */
    public Random random() {
        return random;
    }

    /** Returns a room of this run. */
    public String room(int number) {
        return rooms.get(number % rooms.size());
    }

    /** Leaves it at so many rooms, so that pages get more of what is sent. */
    public void useRooms(int count) {
        rooms = rooms.subList(0, count);
    }

    /** Opens pages, each in one of the rooms, at any of the ports. */
    public List<SimulatedPage> openPages(int count, PageSettings like, IntSupplier ports) {
        List<SimulatedPage> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PageSettings settings =
                    new PageSettings(List.of(room(i)), like.retryMin(), like.retryMax(), like.connectDelay());
            pages.add(swarm.add(settings, ports));
        }
        swarm.open(pages);
        Condition.require("all pages are connected", Duration.ofMinutes(1), swarm::allConnected);
        return pages;
    }

    /** Makes a balancer in front of all the servers. */
    Balancer balancer() {
        return new Balancer(machines.ports(), random);
    }

    /**
     * Waits until every page is connected, and none to the server that is gone.
     *
     * @return milliseconds since it went; -1 if that was not in time
     */
    long awaitBack(long goneAt, NodeProcess gone, Duration atMost) {
        long waited = Condition.await(
                atMost,
                () -> swarm.pages().stream().allMatch(page -> page.isConnected() && page.port() != gone.port()));
        return waited < 0 ? -1 : (System.nanoTime() - goneAt) / 1_000_000;
    }

    /** Makes a publisher for all the rooms. */
    public Publisher publisher(IntSupplier ports) {
        return new Publisher(history, machines.ledger(), ports, rooms, seed);
    }

    /** Waits until all pages are back and show all that is owed, and says what the checker says. */
    public Report finish(Report report) {
        Condition.await(CATCH_UP, swarm::allConnected);
        Collection<Publication> publications = history.publications();
        Map<String, IdSet> owed = publications.stream()
                .filter(each -> each.outcome() == Outcome.SEQUENCED)
                .collect(Collectors.groupingBy(
                        Publication::room,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                some -> IdSet.of(
                                        some.stream().mapToLong(Publication::id).toArray()))));
        long caughtUp = Condition.await(CATCH_UP, () -> swarm.pages().stream().allMatch(page -> hasAll(page, owed)));
        swarm.settle();
        Verdict verdict = HistoryChecker.check(history);
        for (Outcome outcome : Outcome.values()) {
            long count = publications.stream()
                    .filter(each -> each.outcome() == outcome)
                    .count();
            report.figure(outcome.name().toLowerCase(Locale.ROOT), count);
        }
        return report.figure("deliveries", verdict.deliveries())
                .figure("overlaps", verdict.overlaps())
                .figure("resyncs", verdict.resyncs())
                .figure("violations", verdict.violations().size())
                .figure("caught up ms", caughtUp)
                .require(verdict.isClean(), verdict.toString())
                .require(
                        publications.isEmpty() || !owed.isEmpty() && verdict.deliveries() > 0,
                        "nothing was sequenced or nothing delivered, so that nothing was proved")
                .require(swarm.allConnected(), "pages that did not come back");
    }

    private static boolean hasAll(SimulatedPage page, Map<String, IdSet> owed) {
        return page.settings().rooms().stream()
                .allMatch(room -> owed.getOrDefault(room, new IdSet()).stream().allMatch(id -> page.shows(room, id)));
    }

    @Override
    public void close() {
        swarm.close();
    }
}

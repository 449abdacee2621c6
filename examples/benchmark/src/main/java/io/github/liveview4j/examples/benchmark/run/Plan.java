package io.github.liveview4j.examples.benchmark.run;

import java.util.ArrayList;
import java.util.List;

/** What is run with what. Stateless. */
final class Plan {

    private static final List<Scenario> BROADCASTS = List.of(
            new BroadcastScenario("broadcast-100B-1000", 1_000, 0, 1),
            new BroadcastScenario("broadcast-7KB-500", 500, 7_000, 1));

    /** A heap that may grow: memory is what is asked about. */
    private static final List<String> GROWING = List.of("-Xms64m", "-Xmx4g");

    private Plan() {}

    /** Returns all groups that have something to do. */
    static List<Group> of(Options options) {
        Setup library = Setup.of(Kind.LIBRARY, options.jvm()).with(options.library());
        Setup full = Setup.of(Kind.TWIN_FULL, options.jvm());
        Setup bare = Setup.of(Kind.TWIN_BARE, options.jvm());
        Setup growing = Setup.of(Kind.LIBRARY, GROWING).with(options.library());
        Setup growingTwin = Setup.of(Kind.TWIN_FULL, GROWING);
        List<Scenario> local =
                new ArrayList<>(List.of(new RoundTripScenario("rtt50", 50), new RoundTripScenario("rtt500", 500)));
        local.addAll(BROADCASTS);
        local.addAll(List.of(
                new BroadcastScenario("four-in-flight", 1_000, 0, 4),
                new ConnectScenario("connect", 2_000),
                new StalledScenario("stalled-1", 101, 1),
                new StalledScenario("stalled-30-of-130", 130, 30)));
        return List.of(
                        new Group("local", true, false, List.of(library, full, bare), local),
                        new Group("redis", true, true, List.of(library.overRedis(), full.overRedis()), BROADCASTS),
                        new Group(
                                "idle",
                                false,
                                false,
                                List.of(
                                        growing,
                                        growing.with("-lean", "--liveview.lean-connections=true"),
                                        growingTwin),
                                List.of(new IdleScenario("idle"))),
                        new Group(
                                "growth",
                                false,
                                false,
                                List.of(growing, growingTwin),
                                List.of(new GrowthScenario("growth"))),
                        new Group(
                                "growth-2-nodes",
                                false,
                                true,
                                List.of(growing.overRedis().nodes(2)),
                                List.of(new GrowthScenario("growth-2-nodes"))))
                .stream()
                .map(group -> group.wanted(options))
                .filter(group -> !group.scenarios().isEmpty())
                .toList();
    }
}

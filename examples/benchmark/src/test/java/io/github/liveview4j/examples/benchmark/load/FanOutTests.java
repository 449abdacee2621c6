package io.github.liveview4j.examples.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A count of what went wrong that is always zero proves nothing: here it goes wrong. */
class FanOutTests {

    private static final int PAGES = 3;

    /** A hundred a second for a moment: a dozen or more notes. */
    private static Outcome of(Map<Integer, List<Integer>> instead) throws IOException {
        try (WrongServer server = new WrongServer(instead);
                Swarm swarm = new Swarm(List.of(new Endpoint(server.port(), new PlainDialect())), 0)) {
            swarm.open(PAGES);
            return new FanOut(swarm, new Meter(List.of()), 1, 100, 0).run(0, .15, .5);
        }
    }

    @Test
    void whatComesOnceAndInOrderIsClean() throws IOException {
        Outcome outcome = of(Map.of());

        assertThat(outcome.isClean()).as(outcome.toString()).isTrue();
        assertThat(outcome.messages()).isGreaterThanOrEqualTo(8 * PAGES);
    }

    @Test
    void whatIsLostIsCountedForEachPage() throws IOException {
        assertThat(of(Map.of(3, List.of())).lost()).isEqualTo(PAGES);
    }

    @Test
    void whatComesTwiceIsCountedForEachPage() throws IOException {
        Outcome outcome = of(Map.of(3, List.of(3, 2)));

        assertThat(outcome.doubled()).isEqualTo(PAGES);
        assertThat(outcome.lost()).isZero();
    }

    @Test
    void whatComesLateIsCountedForEachPage() throws IOException {
        Outcome outcome = of(Map.of(3, List.of(), 4, List.of(4, 3)));

        assertThat(outcome.disordered()).isEqualTo(PAGES);
        assertThat(outcome.lost()).isZero();
    }

    @Test
    void whatNobodySentIsCounted() throws IOException {
        assertThat(of(Map.of(3, List.of(3, 1_000_000))).failed()).isEqualTo(PAGES);
    }
}

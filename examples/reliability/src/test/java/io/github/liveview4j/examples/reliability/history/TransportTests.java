package io.github.liveview4j.examples.reliability.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.reliability.history.Violation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checker that never complains is worth nothing: it is shown transports that are known to be broken. */
class TransportTests {

    @Test
    void aPoolOfListenersReorders() throws Exception {
        assertThat(check(BrokenTransports::threadPool).count(Kind.REORDERED)).isPositive();
    }

    @Test
    void aCommandSentAgainDoubles() throws Exception {
        Verdict verdict = check(BrokenTransports::resendWithoutDedupe);

        assertThat(verdict.count(Kind.DOUBLED)).isEqualTo(100 * 5);
        assertThat(verdict.count(Kind.DIVERGED)).isPositive();
    }

    @Test
    void aHistoryReadBeforeSubscribingLoses() throws Exception {
        assertThat(check(BrokenTransports::historyBeforeSubscribing).violations())
                .isNotEmpty()
                .allSatisfy(violation -> {
                    assertThat(violation.kind()).isEqualTo(Kind.LOST);
                    assertThat(violation.page()).isEqualTo("returning");
                    assertThat(violation.id()).isEqualTo(501);
                });
    }

    @Test
    void aSubscriberCutAtTheEndLoses() throws Exception {
        assertThat(check(BrokenTransports::pubSubWithCut).violations())
                .extracting(Violation::id)
                .containsOnly(998L, 999L, 1000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRightOneIsLeftAlone(long seed) throws Exception {
        Verdict verdict = check(new RightTransport(seed));

        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        assertThat(verdict.resyncs()).isPositive();
        assertThat(verdict.deliveries()).isGreaterThan(1000);
    }

    private static Verdict check(Transport transport) throws Exception {
        return HistoryChecker.check(transport.run(1000, 5));
    }
}

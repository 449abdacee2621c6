package io.github.liveview4j.spring.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.liveview4j.spring.redis.TestRedis;
import io.github.liveview4j.spring.session.office.Desk;
import io.github.liveview4j.spring.session.office.OfficeApplication;
import io.github.liveview4j.spring.session.office.OfficeChains;
import io.github.liveview4j.spring.session.office.OfficeSessions;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A sign-out against tabs that call a hundred times a second each, on its own node and on another one.
 *
 * <p>A handler notes the time in its first line, and the one who signs out when the answer has come; both are in one process, so that the
 * times can be compared. {@code -Dliveview.logouts=200} makes it as many logouts, and twenty of each other kind.
 */
@Tag("long")
class SignOutRaceTests {

    private static final Logger log = LoggerFactory.getLogger(SignOutRaceTests.class);
    private static final int TIMES = Integer.getInteger("liveview.logouts", 1);
    private static final long SEED = Long.getLong("liveview.seed", 20261125L);

    /** How far beyond a second a machine with other things to do may be. */
    private static final long SLACK = TimeUnit.MILLISECONDS.toNanos(250);

    private final Random random = new Random(SEED);
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    private void start(int count, String broadcast, Class<?>... more) {
        String prefix = "race" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < count; i++) {
            nodes.add(OfficeApplication.start(
                    more,
                    "spring.data.redis.host=" + TestRedis.shared().host(),
                    "spring.data.redis.port=" + TestRedis.shared().port(),
                    "liveview.page-token=optional",
                    "liveview.broadcast=" + broadcast,
                    "liveview.redis.prefix=" + prefix,
                    "liveview.signing-key=" + "k".repeat(32)));
        }
    }

    private int port(int node) {
        return OfficeApplication.port(nodes.get(node));
    }

    private Desk desk(int node) {
        return nodes.get(node).getBean(Desk.class);
    }

    /** What became of one: how long after the answer the last handler began, here and elsewhere, and the last socket was closed. */
    private record Outcome(long here, long elsewhere, long closedHere, long closedElsewhere) {}

    private Outcome race(Consumer<TestBrowser> end) throws InterruptedException {
        TestBrowser browser = new TestBrowser(port(0), "").signIn("ana", "secret");
        nodes.forEach(node -> node.getBean(Desk.class).runs().clear());
        List<Tab> here = List.of(Tab.open(port(0), browser.cookieHeader()), Tab.open(port(0), browser.cookieHeader()));
        List<Tab> elsewhere = nodes.size() > 1 ? List.of(Tab.open(port(1), browser.cookieHeader())) : List.of();
        List<Tab> all = new ArrayList<>(here);
        all.addAll(elsewhere);
        try {
            for (Tab tab : all) {
                tab.underWay();
            }
            int runs = desk(0).runs().size() + random.nextInt(20);
            while (desk(0).runs().size() < runs) {
                Thread.onSpinWait();
            }

            end.accept(browser);
            long returned = System.nanoTime();

            for (Tab tab : all) {
                assertThat(tab.end()).isEqualTo("close 4401");
            }
            return new Outcome(
                    last(desk(0)) - returned,
                    nodes.size() > 1 ? last(desk(1)) - returned : Long.MIN_VALUE,
                    closed(here) - returned,
                    elsewhere.isEmpty() ? Long.MIN_VALUE : closed(elsewhere) - returned);
        } finally {
            all.forEach(Tab::close);
        }
    }

    private static long last(Desk desk) {
        return desk.runs().stream().mapToLong(each -> each).max().orElseThrow();
    }

    private static long closed(List<Tab> tabs) {
        return tabs.stream().mapToLong(Tab::endedAt).max().orElseThrow();
    }

    private void races(String what, int times, Consumer<TestBrowser> end, long limit) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            outcomes.add(race(end));
        }
        long lateHere = outcomes.stream().filter(each -> each.here() > limit).count();
        long worstElsewhere =
                outcomes.stream().mapToLong(Outcome::elsewhere).max().orElseThrow();
        log.info(
                "{}, seed {}, {} times: {} late handlers here (last one {} ms after the answer), elsewhere the last one {} ms after it; "
                        + "closed after {} ms here, {} ms elsewhere",
                what,
                SEED,
                times,
                lateHere,
                millis(outcomes.stream().mapToLong(Outcome::here).max().orElseThrow()),
                millis(worstElsewhere),
                millis(outcomes.stream().mapToLong(Outcome::closedHere).max().orElseThrow()),
                millis(outcomes.stream()
                        .mapToLong(Outcome::closedElsewhere)
                        .max()
                        .orElseThrow()));
        assertThat(lateHere).isZero();
        assertThat(worstElsewhere).isLessThanOrEqualTo(limit + TimeUnit.SECONDS.toNanos(1) + SLACK);
    }

    private static String millis(long nanos) {
        return nanos == Long.MIN_VALUE ? "-" : String.valueOf(nanos / 100_000 / 10.0);
    }

    private void everyEnd(String store) throws InterruptedException {
        races(store + ", logout", TIMES, browser -> browser.post("/logout", Map.of()), 0);
        int some = Math.min(TIMES, 20);
        races(store + ", ended by hand", some, browser -> browser.get("/door/leave"), 0);
        races(store + ", role lost", some, browser -> browser.get("/door/roles?roles=ROLE_USER"), 0);
        races(store + ", other id", some, browser -> browser.get("/door/rename"), 0);
        races(
                store + ", time is up",
                some,
                browser -> browser.get("/door/timeout?seconds=1"),
                TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void nothingBeginsAfterTheEndOfASessionOfTheContainer() throws InterruptedException {
        start(1, "local", OfficeChains.WithForm.class);

        everyEnd("container");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "redis"})
    void nothingBeginsHereAfterTheEndOfASessionInRedisAndNothingElsewhereAfterASecond(String broadcast)
            throws InterruptedException {
        // Without a word between the nodes each takes a second longer.
        assumeThat(broadcast.equals("redis") || TIMES > 1).isTrue();
        start(2, broadcast, OfficeChains.WithForm.class, OfficeSessions.InRedis.class);

        everyEnd("Redis, broadcast " + broadcast);
    }

    @Test
    void nothingBeginsAfterTheEndOfASessionInRedisWithAnIndex() throws InterruptedException {
        start(2, "local", OfficeChains.WithForm.class, OfficeSessions.InRedisWithIndex.class);

        everyEnd("Redis with index");
    }
}

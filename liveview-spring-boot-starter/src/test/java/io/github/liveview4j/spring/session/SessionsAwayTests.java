package io.github.liveview4j.spring.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.spring.redis.TestRedis;
import io.github.liveview4j.spring.session.office.Desk;
import io.github.liveview4j.spring.session.office.OfficeApplication;
import io.github.liveview4j.spring.session.office.OfficeChains;
import io.github.liveview4j.spring.session.office.OfficeSessions;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Sessions in a real Redis that dies, hangs or comes back, and what nodes tell each other over it. */
@Tag("long")
class SessionsAwayTests {

    private static final Logger log = LoggerFactory.getLogger(SessionsAwayTests.class);

    private final TestRedis redis = TestRedis.own("--save", "", "--appendonly", "yes", "--appendfsync", "always");
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
        redis.close();
    }

    private int start(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("spring.data.redis.host=" + redis.host());
        all.add("spring.data.redis.port=" + redis.port());
        ConfigurableApplicationContext node = OfficeApplication.start(
                new Class<?>[] {OfficeChains.WithForm.class, OfficeSessions.InRedis.class}, all.toArray(String[]::new));
        nodes.add(node);
        return OfficeApplication.port(node);
    }

    private Desk desk() {
        return nodes.get(0).getBean(Desk.class);
    }

    private static String codeOf(TestPage page) {
        return page.call("work").path("error").path("code").asString("none");
    }

    @Test
    void withoutItsStoreNoCallBeginsAndThePageStaysUntilItIsBack() {
        TestBrowser browser = new TestBrowser(start("liveview.session-check=100ms"), "").signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            assertThat(page.html("work")).isEqualTo("ana");

            redis.freeze();
            long away = System.nanoTime();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> codeOf(page).equals("unavailable"));
            int runs = desk().runs().size();
            long last = desk().runs().stream().mapToLong(each -> each).max().orElseThrow();
            for (int i = 0; i < 20; i++) {
                assertThat(codeOf(page)).isEqualTo("unavailable");
            }
            assertThat(desk().runs()).hasSize(runs);
            log.info("Hung: the last handler began {} ms after", (last - away) / 1_000_000);
            assertThat(last - away).isLessThan(TimeUnit.MILLISECONDS.toNanos(1250));

            redis.thaw();
            await().atMost(Duration.ofSeconds(20)).until(() -> codeOf(page).equals("none"));
        }
    }

    @Test
    void aDeadStoreStopsCallsAsAHungOneDoes() {
        TestBrowser browser = new TestBrowser(start("liveview.session-check=100ms"), "").signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            assertThat(page.html("work")).isEqualTo("ana");

            redis.kill();
            long away = System.nanoTime();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> codeOf(page).equals("unavailable"));
            long last = desk().runs().stream().mapToLong(each -> each).max().orElseThrow();
            for (int i = 0; i < 20; i++) {
                assertThat(codeOf(page)).isEqualTo("unavailable");
            }
            log.info("Dead: the last handler began {} ms after", (last - away) / 1_000_000);
            assertThat(last - away).isLessThan(TimeUnit.MILLISECONDS.toNanos(1250));

            redis.start();
            await().atMost(Duration.ofSeconds(40)).until(() -> codeOf(page).equals("none"));
        }
    }

    @Test
    void theApplicationDisconnectsAUserOnEveryNode() {
        String[] together = {
            "liveview.session-check=1h", "liveview.broadcast=redis", "liveview.signing-key=" + "k".repeat(32)
        };
        TestBrowser browser = new TestBrowser(start(together), "").signIn("ana", "secret");
        TestBrowser there = new TestBrowser(start(together), "").signIn("ana", "secret");
        TestBrowser bob = new TestBrowser(OfficeApplication.port(nodes.get(1)), "").signIn("bob", "secret");
        try (TestPage here = browser.open("desk");
                TestPage elsewhere = there.open("desk");
                TestPage others = bob.open("desk")) {
            nodes.get(0)
                    .getBean(LiveViewBroadcaster.class)
                    .to(LiveViewBroadcaster.user("ana"))
                    .disconnect();

            assertThat(here.closeCode()).isEqualTo(4401);
            assertThat(elsewhere.closeCode()).isEqualTo(4401);
            assertThat(others.html("work")).isEqualTo("bob");
        }
    }

    @Test
    void callsKeepASessionInRedisWhereThePropertySaysSo() {
        TestBrowser browser = new TestBrowser(
                        start("liveview.session-check=100ms", "liveview.calls-keep-session=true"), "")
                .signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            browser.get("/door/timeout?seconds=4");
            long begin = System.nanoTime();

            // The first call writes at once, the next one in a minute: the session ends four seconds after the first.
            await().pollInterval(Duration.ofMillis(100))
                    .until(() -> System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(2000));
            assertThat(page.html("work")).isEqualTo("ana");
            await().pollInterval(Duration.ofMillis(100))
                    .until(() -> System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(4700));
            assertThat(page.html("work")).isEqualTo("ana");

            assertThat(page.closeCode()).isEqualTo(4401);
        }
    }
}

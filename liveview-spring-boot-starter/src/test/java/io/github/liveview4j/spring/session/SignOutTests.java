package io.github.liveview4j.spring.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.spring.session.office.Desk;
import io.github.liveview4j.spring.session.office.OfficeApplication;
import io.github.liveview4j.spring.session.office.OfficeChains;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.session.SessionRegistry;

/** What ends a session closes its pages, over real sockets and with the sessions of the container. */
class SignOutTests {

    private static final int SIGNED_OUT = 4401;
    private static final String NEVER = "liveview.session-check=1h";

    private static final Map<String, ConfigurableApplicationContext> started = new HashMap<>();

    private ConfigurableApplicationContext application;

    @AfterAll
    static void stop() {
        started.values().forEach(ConfigurableApplicationContext::close);
        started.clear();
    }

    private TestBrowser start(Class<?> security, String... properties) {
        application = started.computeIfAbsent(
                security + String.join(" ", properties), key -> OfficeApplication.start(security, properties));
        return another();
    }

    private TestBrowser another() {
        return new TestBrowser(OfficeApplication.port(application), "");
    }

    private int runs() {
        return application.getBean(Desk.class).runs().size();
    }

    private int connections() {
        return application.getBean(LiveViewSessionRegistry.class).size();
    }

    @Test
    void aLogoutClosesEveryPageOfItsSessionAndNoOther() {
        TestBrowser browser = start(OfficeChains.WithForm.class, NEVER).signIn("ana", "secret");
        TestBrowser elsewhere = another().signIn("ana", "secret");
        try (TestPage one = browser.open("desk");
                TestPage two = browser.open("desk");
                TestPage other = elsewhere.open("desk")) {
            assertThat(one.html("work")).isEqualTo("ana");

            browser.post("/logout", Map.of());

            assertThat(one.closeCode()).isEqualTo(SIGNED_OUT);
            assertThat(two.closeCode()).isEqualTo(SIGNED_OUT);
            assertThat(other.html("work")).isEqualTo("ana");
        }
    }

    @Test
    void aPageThatComesBackAfterALogoutIsNobodys() {
        TestBrowser browser = start(OfficeChains.WithForm.class, NEVER).signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            browser.post("/logout", Map.of());
            page.closeCode();
        }
        try (TestPage back = browser.open("desk")) {
            assertThat(back.html("work")).isEqualTo("nobody");
        }
    }

    @Test
    void aLogoutThatLeavesTheSessionClosesThePagesToo() {
        TestBrowser browser = start(OfficeChains.WithSessionLeft.class, NEVER).signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            browser.post("/logout", Map.of());

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
        }
    }

    @Test
    void aSignInClosesThePagesOfTheAnonymousSessionThatItGoesOnFrom() {
        TestBrowser browser = start(OfficeChains.WithForm.class, NEVER);
        browser.get("/login");
        try (TestPage page = browser.open("desk")) {
            assertThat(page.html("work")).isEqualTo("nobody");

            browser.signIn("ana", "secret");

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
        }
    }

    @Test
    void theLossOfARoleClosesThePagesWhenItsRequestEnds() {
        TestBrowser browser = start(OfficeChains.WithForm.class, NEVER).signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            browser.get("/door/nothing");
            assertThat(page.html("work")).isEqualTo("ana");

            browser.get("/door/roles?roles=ROLE_USER");

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
        }
    }

    @Test
    void aSessionThatTimesOutClosesItsPagesThoughNobodyAsksForIt() {
        TestBrowser browser = start(OfficeChains.WithForm.class, "liveview.session-check=200ms")
                .signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            browser.get("/door/timeout?seconds=1");

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
        }
    }

    @Test
    void aCallAfterTheTimeoutIsNotRunAndNoCallKeepsTheSessionByItself() {
        TestBrowser browser = start(OfficeChains.WithForm.class, NEVER).signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            browser.get("/door/timeout?seconds=1");

            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> page.call("work")
                            .path("error")
                            .path("code")
                            .asString("")
                            .equals("signed_out"));

            int runs = runs();
            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
            assertThat(runs()).isEqualTo(runs);
        }
    }

    @Test
    void callsKeepTheSessionWhereThePropertySaysSo() {
        TestBrowser browser = start(
                        OfficeChains.WithForm.class, "liveview.session-check=100ms", "liveview.calls-keep-session=true")
                .signIn("ana", "secret");
        try (TestPage page = browser.open("desk");
                TestPage silent = another().signIn("bob", "secret").open("desk")) {
            browser.get("/door/timeout?seconds=2");
            long begin = System.nanoTime();

            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        assertThat(page.html("work")).isEqualTo("ana");
                        return System.nanoTime() - begin > Duration.ofSeconds(4).toNanos();
                    });

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
            assertThat(silent.html("work")).isEqualTo("bob");
        }
    }

    @Test
    void anotherIdOfTheSessionClosesItsPages() {
        TestBrowser browser = start(OfficeChains.WithForm.class, NEVER).signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            browser.get("/door/rename");

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
        }
    }

    @Test
    void aSignInThatPushesOutAnotherSessionClosesThePagesOfThat() {
        TestBrowser browser = start(OfficeChains.WithOneSession.class, NEVER).signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            assertThat(page.html("work")).isEqualTo("ana");

            TestBrowser elsewhere = another().signIn("ana", "secret");

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
            try (TestPage there = elsewhere.open("desk")) {
                assertThat(there.html("work")).isEqualTo("ana");
            }
        }
    }

    @Test
    void aSessionThatTheApplicationExpiresIsClosed() {
        TestBrowser browser = start(OfficeChains.WithOneSession.class, "liveview.session-check=200ms")
                .signIn("ana", "secret");
        try (TestPage page = browser.open("desk")) {
            SessionRegistry registry = application.getBean(SessionRegistry.class);
            registry.getAllPrincipals()
                    .forEach(each -> registry.getAllSessions(each, false).forEach(one -> one.expireNow()));

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
        }
    }

    @Test
    void aSignInMadeByHandIsLookedAfterToo() {
        TestBrowser browser = start(OfficeChains.WithForm.class, NEVER);
        browser.get("/door/enter?name=ana");
        try (TestPage page = browser.open("desk")) {
            page.call("work");

            browser.get("/door/leave");

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
        }
    }

    @Test
    void withAPasswordInEveryRequestThereIsNothingToCompareAndNothingIsClosed() {
        TestBrowser browser = start(OfficeChains.WithBasic.class, "liveview.session-check=50ms");
        String basic = "Basic " + Base64.getEncoder().encodeToString("ana:secret".getBytes(StandardCharsets.UTF_8));
        try (TestPage page = browser.open("desk", "Authorization", basic)) {
            assertThat(page.html("work")).isEqualTo("ana");
            browser.get("/door/nothing");
            assertThat(page.html("work")).isEqualTo("ana");
        }
    }

    @Test
    void theApplicationCanDisconnectAUser() {
        TestBrowser browser = start(OfficeChains.WithForm.class, NEVER).signIn("ana", "secret");
        try (TestPage page = browser.open("desk");
                TestPage bob = another().signIn("bob", "secret").open("desk")) {
            LiveViewBroadcaster live = application.getBean(LiveViewBroadcaster.class);

            live.to(LiveViewBroadcaster.user("ana")).disconnect();

            assertThat(page.closeCode()).isEqualTo(SIGNED_OUT);
            assertThat(bob.html("work")).isEqualTo("bob");
            try (TestPage back = browser.open("desk")) {
                assertThat(back.html("work")).isEqualTo("ana");
            }
        }
        await().until(() -> connections() == 0);
    }
}

package io.github.liveview4j.spring.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Sockets over TCP of which everything is made up, and handshakes that are refused: rooms, cookies, headers, subprotocols, pages,
 * tokens, functions, fields. {@code -Dliveview.made-up-sockets=20000} for more.
 */
@Tag("long")
class MadeUpSocketsTests {

    private static final int SOCKETS = Integer.getInteger("liveview.made-up-sockets", 2_000);
    private static final int CALLS = 20;
    private static final int WARM = 1_000;

    /** A kilobyte for each socket, which has twenty calls; an idle page takes 50. */
    private static final long NOISE = 2_000_000;

    private final Random random = new Random(20261126);
    private ServletWebServerApplicationContext application;

    /** Somebody is there all the time: Tomcat has a thread for its sockets, and another one after the last has gone. */
    private WireSocket page;

    private int roomsOfPage;
    private String sessionOfPage;

    @Configuration(proxyBeanMethods = false)
    @Import(HostileApplication.class)
    static class Observed {

        @Bean
        Tags tags() {
            return new Tags();
        }

        @Bean
        ServerHttpObservationFilter observations(Tags tags) {
            ObservationRegistry registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(tags);
            return new ServerHttpObservationFilter(registry);
        }
    }

    /** What meters would be made of: each set of names and values is one. */
    static final class Tags implements ObservationHandler<Observation.Context> {

        private final Set<KeyValues> all = ConcurrentHashMap.newKeySet();

        @Override
        public void onStop(Observation.Context context) {
            all.add(context.getLowCardinalityKeyValues());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    @BeforeEach
    void start() throws IOException {
        application = (ServletWebServerApplicationContext) new SpringApplication(Observed.class)
                .run(
                        "--server.port=0",
                        "--liveview.page-token=optional",
                        "--liveview.page-retention=1ms",
                        "--liveview.broadcast=local",
                        "--logging.level.root=off");
        page = WireSocket.page(port());
        say(page, "{\"type\":\"hello\",\"page\":\"a-sound-page-0123456789\"}");
        assertThat(page.next()).contains("welcome");
        sessionOfPage = httpSessions()[0].getIdInternal();
        roomsOfPage = application.getBean(LiveViewSessionRegistry.class).roomCount();
    }

    @AfterEach
    void stop() throws IOException {
        page.close();
        application.close();
    }

    private int port() {
        return application.getWebServer().getPort();
    }

    private String word() {
        return "made-up-" + Long.toString(random.nextLong() >>> 1, 36);
    }

    private String[] headers() {
        return new String[] {
            "Sec-WebSocket-Protocol: " + (random.nextInt(3) > 0 ? "liveview.v2, " : "") + word(),
            "Cookie: JSESSIONID=" + word() + "; " + word() + "=" + word(),
            "Accept-Language: " + word().substring(0, 10),
            "User-Agent: " + word(),
            word() + ": " + word()
        };
    }

    private void handshake(String path) throws IOException {
        try (WireSocket socket = new WireSocket(port())) {
            String request = WireSocket.handshake(port(), headers()).replace("/ws/liveview/room", path);
            socket.say(request.getBytes(StandardCharsets.ISO_8859_1));
            if (socket.status() == 101) {
                talk(socket);
            }
        }
    }

    private void talk(WireSocket socket) throws IOException {
        say(
                socket,
                "{\"type\":\"hello\",\"page\":\"page-" + UUID.randomUUID() + "\",\"token\":\"" + word()
                        + "\",\"epoch\":\"" + word() + "\",\"seq\":7,\"node\":\"" + word() + "\",\"rooms\":{\"" + word()
                        + "\":\"" + word() + "\"}}");
        for (int i = 1; i <= CALLS; i++) {
            String function = i % 2 == 0
                    ? word()
                    : HostileApplication.HANDLERS.get(random.nextInt(HostileApplication.HANDLERS.size()));
            say(
                    socket,
                    "{\"type\":\"call\",\"id\":" + i + ",\"function\":\"" + function + "\",\"lang\":\"" + word()
                            + "\",\"data\":{\"" + word() + "\":1,\"room\":\"" + UUID.randomUUID() + "\"},\"form\":[[\""
                            + word() + "\",\"\"],[\"values[" + word() + "]\",\"x\"],[\"nested." + word()
                            + "\",\"x\"]]}");
            socket.overhear();
        }
        // So that all of it was read before the end.
        assertThat(socket.stateAfterPing("done", false)).matches("open|closed.*|dropped");
    }

    private static void say(WireSocket socket, String text) throws IOException {
        socket.say(WireBytes.text(text));
    }

    /** Five in eight open a socket; the others have a room that none can have, or one that is no room, or are no LiveView's. */
    private void run(int sockets) throws IOException {
        for (int i = 0; i < sockets; i++) {
            if (i % 50 == 0) {
                say(page, "{\"type\":\"pong\"}");
            }
            switch (i % 8) {
                case 0 -> handshake("/ws/liveview/" + word() + "%20%21");
                case 1 -> handshake("/ws/liveview/" + word() + "/" + word());
                case 2 -> handshake("/" + word());
                case 3 -> handshake("/ws/liveview/" + word() + "?" + word() + "=" + word());
                default -> handshake("/ws/liveview/" + UUID.randomUUID());
            }
        }
        LiveViewSessionRegistry sessions = application.getBean(LiveViewSessionRegistry.class);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(sessions.size()).isEqualTo(1);
            assertThat(sessions.roomCount()).isEqualTo(roomsOfPage);
        });
        Arrays.stream(httpSessions())
                .filter(session -> !session.getIdInternal().equals(sessionOfPage))
                .forEach(Session::expire);
    }

    /** Those that Spring Security's CSRF token makes: they are the container's, and go after half an hour. */
    private Session[] httpSessions() {
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        Context context = (Context) server.getTomcat().getHost().findChildren()[0];
        return context.getManager().findSessions();
    }

    @Test
    void leaveNothingInTheHeapAndNoMeterOfTheirOwn() throws IOException {
        run(WARM);
        Set<KeyValues> meters = application.getBean(Tags.class).all;
        int known = meters.size();
        Footprint before = Footprint.now();

        run(SOCKETS);

        Footprint after = Footprint.now();
        page.overhear();
        say(page, "{\"type\":\"call\",\"id\":1,\"function\":\"bean\",\"form\":[[\"nick\",\"Ana\"]]}");
        assertThat(page.next()).contains("0 Ana");
        assertThat(after.heap() - before.heap()).isLessThan(NOISE);
        assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 4);
        assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + 4);
        assertThat(meters).hasSizeLessThan(20).hasSize(known);
        assertThat(meters.toString()).contains("/ws/liveview/{room}").doesNotContain("made-up");
    }
}

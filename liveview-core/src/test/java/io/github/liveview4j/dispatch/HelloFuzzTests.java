package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.liveview4j.Corpus;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LogCapture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes of any kind as the first frame of a socket and as a later one of a page: hello with tokens, receipts and positions
 * that somebody made up. By itself those of the corpus, with {@code JAZZER_FUZZ=1} what Jazzer makes of them.
 */
class HelloFuzzTests {

    private static LogCapture log;

    @BeforeAll
    static void keepTheConsoleQuiet() {
        log = new LogCapture("io.github.liveview4j");
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @SuppressWarnings("unused") // called by name
    private static final class Handlers {

        @LiveViewHandler
        void work() {}
    }

    static Stream<Named<byte[]>> corpus() {
        return Corpus.of(HelloFuzzTests.class, "anyHelloIsAnswered");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void everyHelloOfTheCorpusIsAnswered(byte[] frame) {
        anyHelloIsAnswered(frame);
    }

    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    @FuzzTest(maxDuration = "5m")
    void anyHelloIsAnswered(byte[] frame) {
        DispatcherFixture fixture = new DispatcherFixture(new Handlers());
        Browser stranger = fixture.socket();
        stranger.connection.receive(frame);
        assertIsInNoRoomOfItsOwnMaking(fixture, stranger);
        stranger.hangsUp();

        Browser page = fixture.page();
        page.connection.receive(frame);
        if (page.session.isOpen()) {
            page.hears();
            assertThat(page.says("{\"type\":\"ping\"}").hears()).containsExactly("{\"type\":\"pong\"}");
        }
        assertIsInNoRoomOfItsOwnMaking(fixture, page);
        page.hangsUp();
        assertThat(fixture.registry.all()).isEmpty();
        assertThat(fixture.registry.rooms()).isEmpty();
    }

    /** Nobody has signed anything: whatever is shown as token or receipt lets into nothing. */
    private static void assertIsInNoRoomOfItsOwnMaking(DispatcherFixture fixture, Browser browser) {
        assertThat(fixture.registry.roomsOf(browser.session))
                .allMatch(room ->
                        room.equals("*") || room.equals("lobby") || room.startsWith("#") || room.startsWith("@"));
    }
}

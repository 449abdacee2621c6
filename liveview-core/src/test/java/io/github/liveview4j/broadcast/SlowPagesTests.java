package io.github.liveview4j.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.SessionLimits;
import io.github.liveview4j.session.TestWire.Async;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages that read slowly, from the broadcast to what they hold in the end. */
class SlowPagesTests {

    private static final Set<String> ROOMS = Set.of(RoomName.EVERYONE, "lobby", "news");
    private static final List<String> NAMES = List.of("lobby", "news", RoomName.EVERYONE);

    private static final int MEBIBYTE = 1024 * 1024;

    /** So much that nobody has to fetch itself. */
    private static final HistoryLimits EVERYTHING =
            new HistoryLimits(Duration.ofMinutes(10), 10_000, 8 * MEBIBYTE, 64 * MEBIBYTE, 8 * MEBIBYTE);

    private final SessionLimits limits = new SessionLimits(MEBIBYTE, Duration.ofSeconds(60));
    private final RoomFixture fixture = new RoomFixture(limits, EVERYTHING, new JacksonMessageCodec()::updatesInV1);
    private final List<ReadingPage> pages = new ArrayList<>();

    @AfterEach
    void stop() {
        pages.forEach(ReadingPage::resume);
        fixture.close();
    }

    private LiveViewSession open(ReadingPage page) {
        pages.add(page);
        LiveViewSession session = fixture.open(page, "lobby", "news");
        session.page("p" + pages.size());
        return session;
    }

    private void set(String room, String target, String value) {
        String change = "{\"t\":\"" + target + "\",\"set\":\"" + value + "\"}";
        fixture.transport.publish(RoomFixture.broadcast(room, target, change));
    }

    private void add(String room, String target, String value) {
        String change = "{\"t\":\"" + target + "\",\"add\":\"" + value + "\"}";
        fixture.transport.publish(RoomFixture.broadcast(room, null, change));
    }

    private void hello(ReadingPage page, LiveViewSession session) {
        fixture.log.enter(
                session,
                () -> Set.copyOf(ROOMS),
                page.hello(fixture.log.position().epoch()),
                true,
                (names, now, resync) -> List.of(("{\"seq\":" + now.seq() + (resync ? ",\"resync\":true}" : "}"))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private void awaitTheEnd(ReadingPage page) {
        await().until(() -> page.isAt(fixture.log.position().seq()));
    }

    @Test
    void followATickerForEverWithoutBeingGivenUp() {
        ReadingPage slow = new ReadingPage(Async.LATER);
        ReadingPage fast = new ReadingPage(Async.LATER);
        LiveViewSession session = open(slow);
        open(fast);
        slow.stall();

        // Several times what may wait for a page.
        String price = "x".repeat(1_000);
        for (int i = 0; i < 5_000; i++) {
            set("lobby", "price", price + i);
        }
        awaitTheEnd(fast);
        assertThat(session.isOpen()).isTrue();
        slow.resume();

        awaitTheEnd(slow);
        assertThat(slow.content()).containsEntry("price", price + 4_999);
        assertThat(slow.holes()).isEmpty();
        assertThat(slow.count()).isLessThan(10);
    }

    @Test
    void takeWhatTheyMissedFromTheFrameOfTheirWelcomeAlsoWhenItHadToWait() {
        ReadingPage slow = new ReadingPage(Async.LATER);
        LiveViewSession session = open(slow);
        session.foundStuck();
        slow.stall();
        set("lobby", "a", "1");
        add("news", "b", "x");
        await().until(() -> slow.asyncWrites() == 1);

        // Everything so far comes as the answer to this, and is passed by where it comes before.
        hello(slow, session);
        set("lobby", "a", "2");
        add("news", "b", "y");
        slow.resume();

        awaitTheEnd(slow);
        assertThat(slow.content()).containsEntry("a", "2").containsEntry("b", "xy");
        assertThat(slow.holes()).isEmpty();
    }

    @Test
    void keepWhatIsWithheldFromThemOutWithoutAHole() {
        ReadingPage slow = new ReadingPage(Async.LATER);
        LiveViewSession session = open(slow);
        session.foundStuck();
        slow.stall();
        for (int i = 0; i < 3; i++) {
            set("lobby", "a", "" + i);
            byte[] own = ("[{\"t\":\"a\",\"set\":\"own" + i + "\"}]").getBytes(StandardCharsets.UTF_8);
            fixture.transport.publish(new Broadcast("lobby", session.page(), "a", own));
            set("news", "b", "" + i);
        }
        set("lobby", "a", "last");
        await().until(() -> slow.asyncWrites() == 1);
        slow.resume();

        awaitTheEnd(slow);
        assertThat(slow.content()).containsEntry("a", "last").containsEntry("b", "2");
        assertThat(String.join("", slow.received())).doesNotContain("own");
        assertThat(slow.holes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"INLINE", "LATER"})
    void endLikeThoseThatReadEverything(Async async) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ReadingPage fast = new ReadingPage(Async.INLINE);
        open(fast);
        List<LiveViewSession> slow = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            slow.add(open(new ReadingPage(async)));
        }
        // Those that say hello: as the one who answers is the one who lets them read again, it must not wait for them.
        slow.subList(0, 2).forEach(LiveViewSession::foundStuck);

        for (int i = 0; i < 4_000; i++) {
            String room = NAMES.get(random.nextInt(NAMES.size()));
            if (random.nextInt(30) == 0) {
                add(room, "t" + random.nextInt(3), "x");
            } else {
                set(room, "t" + random.nextInt(3), "" + i);
            }
            int which = random.nextInt(4);
            ReadingPage page = pages.get(which + 1);
            switch (random.nextInt(40)) {
                case 0 -> page.stall();
                case 1, 2 -> page.resume();
                case 3 -> {
                    if (which < 2 && !page.isGreeting()) {
                        hello(page, slow.get(which));
                    }
                }
                default -> {}
            }
        }
        pages.forEach(ReadingPage::resume);

        for (ReadingPage page : pages) {
            awaitTheEnd(page);
            assertThat(page.holes()).as("holes, seed %d", seed).isEmpty();
            assertThat(page.content()).as("content, seed %d", seed).isEqualTo(fast.content());
            assertThat(page.hasOverlapped()).isFalse();
        }
    }
}

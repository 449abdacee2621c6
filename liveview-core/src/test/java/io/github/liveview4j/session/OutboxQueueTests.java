package io.github.liveview4j.session;

import static io.github.liveview4j.session.SessionFixture.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxQueueTests {

    private final RoomScript script = new RoomScript();
    private final OutboxQueue queue = new OutboxQueue();

    private void add(Frame... frames) {
        List.of(frames).forEach(queue::add);
    }

    private List<String> takeAll() {
        List<String> frames = new ArrayList<>();
        while (!queue.isEmpty()) {
            frames.add(queue.take().frame().text());
        }
        assertThat(queue.bytes()).isZero();
        return frames;
    }

    private List<String> objects() {
        return RoomScript.objects(takeAll());
    }

    @Test
    void keepsTheOrder() {
        add(frame("1"), frame("2"), frame("3"));

        assertThat(takeAll()).containsExactly("1", "2", "3");
    }

    @Test
    void supersedesWhatReplacesTheSame() {
        add(script.replace("a", "p", "1"), script.replace("a", "p", "2"));

        assertThat(takeAll()).containsExactly("{a 1-2 p=2}");
    }

    @Test
    void leavesWhatReplacesSomethingElse() {
        add(script.replace("a", "p", "1"), script.replace("a", "q", "2"));

        assertThat(objects()).containsExactly("{a 1-1 p=1}", "{a 2-2 q=2}");
    }

    @Test
    void givesTheRangeToAFrameBetween() {
        add(script.replace("a", "p", "1"), script.replace("a", "q", "2"), script.replace("a", "p", "3"));

        assertThat(objects()).containsExactly("{a 1-2 q=2}", "{a 3-3 p=3}");
    }

    @Test
    void passesTheRangesOfAChainOnToItsLast() {
        for (int i = 1; i <= 5; i++) {
            add(script.replace("a", "p", "" + i));
        }

        assertThat(objects()).containsExactly("{a 1-5 p=5}");
    }

    @Test
    void passesOnARangeThatWasItselfPassedOn() {
        add(script.replace("a", "p", "1"), script.replace("a", "q", "2"), script.replace("a", "r", "3"));
        add(script.replace("a", "p", "4"));
        add(script.replace("a", "q", "5"));
        add(script.replace("a", "q", "6"));

        // 1 went to q, and with q to r; 5 went to the q after it.
        assertThat(objects()).containsExactly("{a 1-3 r=3}", "{a 4-4 p=4}", "{a 5-6 q=6}");
    }

    @Test
    void knowsTheSameTargetOfAnotherRoomForAnother() {
        add(script.replace("a", "p", "1"), script.replace("b", "p", "2"), script.replace("a", "p", "3"));

        assertThat(objects()).containsExactly("{b 1-2 p=2}", "{a 1-3 p=3}");
    }

    @Test
    void givesNoRangeToAnotherRoom() {
        add(script.replace("a", "p", "1"), script.replace("b", "q", "2"), script.replace("a", "r", "3"));
        script.elsewhere();
        add(script.replace("a", "p", "5"), script.replace("b", "q", "6"));

        assertThat(objects()).containsExactly("{a 1-3 r=3}", "{a 4-5 p=5}", "{b 1-6 q=6}");
    }

    @Test
    void supersedesNothingBehindAnUpdateThatAdds() {
        add(script.replace("a", "p", "1"), script.append("b", "p", "2"), script.replace("a", "p", "3"));
        add(script.replace("a", "p", "4"));

        assertThat(objects()).containsExactly("{a 1-1 p=1}", "{b 1-2 p+2}", "{a 2-4 p=4}");
    }

    @Test
    void supersedesNothingBehindAFrameOfNoRoom() {
        add(script.replace("a", "p", "1"), frame("{reply}"), script.replace("a", "p", "2"));

        assertThat(takeAll()).containsExactly("{a 1-1 p=1}", "{reply}", "{a 2-2 p=2}");
    }

    @Test
    void supersedesNothingThatIsTaken() {
        add(script.replace("a", "p", "1"));
        Frame taken = queue.take().frame();
        add(script.replace("a", "p", "2"), script.replace("a", "p", "3"));

        assertThat(taken.text()).isEqualTo("{a 1-1 p=1}");
        assertThat(objects()).containsExactly("{a 2-3 p=3}");
    }

    @Test
    void writesRangesWhereAFrameIsTakenFromTheMiddleOfARoom() {
        String big = "x".repeat(OutboxQueue.MOST_JOINED / 2);
        add(script.replace("a", "p", big), script.replace("a", "q", big), script.replace("a", "r", "3"));
        queue.take();
        add(script.replace("a", "q", "4"), script.replace("a", "r", "5"));

        assertThat(objects()).containsExactly("{a 2-4 q=4}", "{a 5-5 r=5}");
    }

    @Test
    void changesNoFrameThatOthersGetToo() {
        Frame second = script.replace("a", "p", "2");
        script.elsewhere();
        Frame third = script.replace("a", "p", "4");
        add(second, third);

        assertThat(takeAll()).containsExactly("{a 1-3 p=4}");
        assertThat(third.text()).isEqualTo("{a 2-3 p=4}");
        add(third);
        assertThat(queue.take().frame()).isSameAs(third);
    }

    @Test
    void countsTheBytesOfWhatWaitsAndOfNothingElse() {
        Frame reply = frame("x".repeat(1_000));
        Frame old = script.replace("a", "p", "a long value that goes");
        Frame between = script.replace("a", "q", "2");
        Frame current = script.replace("a", "p", "3");

        add(reply, old, between);
        assertThat(queue.bytes()).isEqualTo(reply.size() + old.size() + between.size());
        add(current);
        assertThat(queue.bytes()).isEqualTo(reply.size() + between.size() + current.size());

        assertThat(queue.take().bytes()).isEqualTo(reply.size());
        assertThat(queue.bytes()).isEqualTo(between.size() + current.size());
        assertThat(queue.take().bytes()).isEqualTo(between.size() + current.size());
        assertThat(queue.bytes()).isZero();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void neverGrowsByATicker() {
        for (int i = 0; i < 100_000; i++) {
            add(script.replace("a", "p" + i % 3, "" + i % 10));
        }

        assertThat(objects()).containsExactly("{a 1-99998 p1=7}", "{a 99999-99999 p2=8}", "{a 100000-100000 p0=9}");
    }

    @Test
    void takesAJoinedFrameApartSoThatItsPartsCanBeSuperseded() {
        Frame joined = Frame.joined(
                List.of(script.replace("a", "p", "1"), script.append("a", "l", "2"), script.replace("a", "p", "3")),
                true);
        add(joined);
        assertThat(queue.bytes()).isEqualTo(3 * "{a 1-1 p=1}".length());
        add(script.replace("a", "p", "4"));

        assertThat(objects()).containsExactly("{a 1-1 p=1}", "{a 2-2 l+2}", "{a 3-4 p=4}");
    }

    @Test
    void makesNoBufferForOneBrowserOfAPartThatEverybodyElseGotJoined() {
        add(Frame.joined(List.of(script.replace("a", "p", "1"), script.replace("a", "p", "2")), true));
        assertThat(queue.take().frame().isShared()).isFalse();

        Frame alone = script.replace("a", "p", "3");
        add(alone);
        assertThat(queue.take().frame().isShared()).isTrue();
    }

    @Test
    void leavesWhatAPageMissedInOneFrameWithItsWelcome() {
        Frame missed = script.replace("a", "p", "1");
        Frame welcome = Frame.joined(List.of(missed, frame("{welcome}")), false);
        add(missed, welcome, script.replace("a", "p", "2"));

        assertThat(takeAll()).containsExactly("{a 1-1 p=1}", "[{a 1-1 p=1},{welcome}]", "{a 2-2 p=2}");
    }

    @Test
    void joinsUpdatesInARowAndNothingElse() {
        add(frame("{1}"), frame("{2}"));
        add(script.append("a", "l", "1"), script.replace("b", "p", "2"), script.append("a", "l", "3"));
        add(frame("{3}"), script.append("a", "l", "4"));

        assertThat(takeAll())
                .containsExactly("{1}", "{2}", "[{a 1-1 l+1},{b 1-2 p=2},{a 2-3 l+3}]", "{3}", "{a 4-4 l+4}");
    }

    @Test
    void joinsUpToTheLastByteOf64KiB() {
        int rest = OutboxQueue.MOST_JOINED - "[{a 1-1 l+1},{a 2-2 l+}]".length();
        add(script.append("a", "l", "1"), script.append("a", "l", "x".repeat(rest)));
        add(script.append("a", "l", "3"), script.append("a", "l", "x".repeat(rest + 1)));

        assertThat(takeAll())
                .satisfiesExactly(
                        joined -> assertThat(joined).hasSize(OutboxQueue.MOST_JOINED),
                        small -> assertThat(small).isEqualTo("{a 3-3 l+3}"),
                        big -> assertThat(big).hasSize(rest + 1 + "{a 4-4 l+}".length()));
    }

    @Test
    void takesAFrameLargerThan64KiBAlone() {
        String large = "x".repeat(OutboxQueue.MOST_JOINED);
        add(script.append("a", "l", large), script.append("a", "l", large));

        assertThat(takeAll()).hasSize(2).noneMatch(text -> text.startsWith("["));
    }

    @Test
    void costsTheSameHoweverMuchWaits() {
        // Looking through everything that waits, this would take a minute.
        IntStream.range(0, 50_000).forEach(i -> add(script.replace("a", "p" + i, "1")));
        IntStream.range(0, 50_000).forEach(i -> add(script.replace("a", "p" + i, "2")));

        List<String> objects = objects();
        assertThat(objects).hasSize(50_000).first().isEqualTo("{a 1-50001 p0=2}");
    }
}

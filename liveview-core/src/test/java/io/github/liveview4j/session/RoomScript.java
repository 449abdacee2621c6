package io.github.liveview4j.session;

import io.github.liveview4j.session.Frame.Coverage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said in rooms, in one order: a log small enough to be read in a test.
 *
 * <p>An update reads {@code {a 3-5 p=x}}: in room a, from 3 to 5, the inside of p becomes x; {@code p+x} adds to it.
 */
final class RoomScript {

    private static final Pattern OBJECT = Pattern.compile("\\{[^}]*}");

    private final Map<String, Long> tails = new HashMap<>();
    private long seq;

    private record Said(
            String room, long first, long seq, @Nullable String replaces, String what) implements Coverage {

        byte[] utf8() {
            return ("{" + room + " " + first + "-" + seq + " " + what + "}").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Frame from(long earlier) {
            Said wider = new Said(room, earlier, seq, replaces, what);
            return Frame.of(wider.utf8(), wider);
        }
    }

    /** Replaces the inside of a target. */
    Frame replace(String room, String target, String value) {
        return say(room, target, target + "=" + value);
    }

    /** Adds to a target. */
    Frame append(String room, String target, String value) {
        return say(room, null, target + "+" + value);
    }

    /** Gives a place in the order to somebody else's room. */
    void elsewhere() {
        seq++;
    }

    private Frame say(String room, @Nullable String replaces, String what) {
        seq++;
        Long tail = tails.put(room, seq);
        Said said = new Said(room, tail == null ? 1 : tail + 1, seq, replaces, what);
        return Frame.shared(said.utf8(), said);
    }

    /** The objects in frames, whether joined or not. */
    static List<String> objects(List<String> frames) {
        return frames.stream()
                .flatMap(text -> OBJECT.matcher(text).results().map(MatchResult::group))
                .toList();
    }
}

package io.github.liveview4j.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that follows the rules of the wire for what a {@link RoomScript} says, and notes where they would fail it. */
final class ScriptedBrowser {

    private static final Pattern UPDATE = Pattern.compile("\\{(\\w+) (\\d+)-(\\d+) ([\\w.]+)([=+])(\\w*)}");

    private final Map<String, Long> lastSeen = new HashMap<>();
    private long position;

    /** What each target holds; a target is inside of another if its name begins with that one's and a dot. */
    final Map<String, String> page = new TreeMap<>();

    final List<String> others = new ArrayList<>();
    final List<String> faults = new ArrayList<>();

    void receive(List<String> frames) {
        RoomScript.objects(frames).forEach(this::take);
    }

    private void take(String object) {
        Matcher update = UPDATE.matcher(object);
        if (!update.matches()) {
            others.add(object);
            return;
        }
        String room = update.group(1);
        long first = Long.parseLong(update.group(2));
        long seq = Long.parseLong(update.group(3));
        if (seq <= position) {
            faults.add("dropped, as it stands at " + position + ": " + object);
        } else if (first > lastSeen.getOrDefault(room, 0L) + 1) {
            faults.add("a hole, having seen " + lastSeen.get(room) + " last: " + object);
        } else {
            position = seq;
            lastSeen.put(room, seq);
            change(update.group(4), update.group(5).equals("+"), update.group(6));
        }
    }

    private void change(String target, boolean adds, String value) {
        int dot = target.indexOf('.');
        if (dot >= 0 && !page.containsKey(target.substring(0, dot))) {
            // Its surroundings are not there, and so it is not.
            return;
        }
        if (!adds) {
            page.keySet().removeIf(inside -> inside.startsWith(target + "."));
        }
        page.merge(target, value, (before, after) -> adds ? before + after : after);
    }
}

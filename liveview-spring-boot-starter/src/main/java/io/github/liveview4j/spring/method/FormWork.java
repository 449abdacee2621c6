package io.github.liveview4j.spring.method;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Bounds what the names of a form make a binder do, before it does it.
 *
 * <p>A binder looks through all names for each object that it makes, and fills a list up to the highest index: one frame of 64 KB can ask for
 * half a million objects, or for half a second. A table of 200 rows with five fields each is well within the bounds. For any
 * thread.
 */
final class FormWork {

    /** Names times objects: on a small server some fifty milliseconds. */
    static final long MOST_LOOKS = 500_000;

    /** Elements of lists, asked for or in between. */
    static final long MOST_ELEMENTS = 4_096;

    /** What a binder fills up by itself; it refuses a higher index. */
    private static final int MOST_FILLED = 256;

    private final Map<String, Integer> objects = new HashMap<>();

    private FormWork() {}

    /**
     * Checks the names of a form.
     *
     * @throws UnfitFieldException if they ask for too much
     */
    static void check(Set<String> names) {
        FormWork work = new FormWork();
        names.forEach(work::add);
        long looks = (long) names.size() * work.objects.size();
        long elements = work.objects.values().stream().mapToLong(each -> each).sum();
        if (looks > MOST_LOOKS || elements > MOST_ELEMENTS) {
            throw new UnfitFieldException(
                    "Expected a form of at most " + MOST_ELEMENTS
                            + " elements of lists and of names times objects of at most " + MOST_LOOKS + ", got "
                            + elements + " and " + looks,
                    null);
        }
    }

    private void add(String name) {
        for (int at = 0; at < name.length(); at++) {
            char step = name.charAt(at);
            if (step == '.' || step == '[') {
                objects.merge(name.substring(0, at), step == '.' ? 0 : elements(name, at + 1), Math::max);
            }
        }
    }

    /** How long the list gets by an index that begins there; 0 where it is none, as for a key of a map. */
    private static int elements(String name, int from) {
        int index = 0;
        int at = from;
        while (at < name.length() && Character.isDigit(name.charAt(at)) && index < MOST_FILLED) {
            index = 10 * index + Character.digit(name.charAt(at), 10);
            at++;
        }
        return at == from || index >= MOST_FILLED ? 0 : index + 1;
    }
}

package io.github.liveview4j.session;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one room, and the array of them that broadcasts go by.
 *
 * <p>The array is made when somebody asks and handed out again until a session comes or goes, so that a room of ten
 * thousand can fill up without ten thousand copies, and a room of one is this object and an array of one. A large one knows the
 * place of each, so that ten thousand can leave without ten thousand searches; they are in no particular order.
 *
 * <p>Changed and first asked under the registry's lock; {@link #known()} may be called by any thread.
 */
@SuppressWarnings("ReferenceEquality") // whether somebody holds the array is a question of identity
final class Room {

    /** From here on a search costs more than a table. */
    private static final int LARGE = 64;

    private LiveViewSession[] members;
    private int size = 1;
    private @Nullable Map<LiveViewSession, Integer> places;
    private volatile LiveViewSession @Nullable [] snapshot;

    Room(LiveViewSession first) {
        this.members = new LiveViewSession[] {first};
    }

    void add(LiveViewSession session) {
        if (size == members.length || members == snapshot) {
            members = Arrays.copyOf(members, size + size / 2 + 1);
        }
        members[size] = session;
        if (places != null) {
            places.put(session, size);
        }
        size++;
        snapshot = null;
    }

    /** Returns whether the room is empty now. */
    boolean remove(LiveViewSession session) {
        int index = size > LARGE ? placeOf(session) : search(session);
        if (index >= 0) {
            removeAt(index);
        }
        if (size <= LARGE / 2) {
            places = null;
        }
        return size == 0;
    }

    private int search(LiveViewSession session) {
        for (int i = 0; i < size; i++) {
            if (members[i] == session) {
                return i;
            }
        }
        return -1;
    }

    private int placeOf(LiveViewSession session) {
        Map<LiveViewSession, Integer> known = places;
        if (known == null) {
            known = new IdentityHashMap<>(size);
            for (int i = 0; i < size; i++) {
                known.put(members[i], i);
            }
            places = known;
        }
        return known.getOrDefault(session, -1);
    }

    private void removeAt(int index) {
        // A copy as soon as somebody may hold the array, and when most of it lies idle.
        if (members == snapshot || size < members.length / 4) {
            members = Arrays.copyOf(members, size);
        }
        size--;
        LiveViewSession last = members[size];
        if (places != null) {
            places.remove(members[index]);
            if (index < size) {
                places.put(last, index);
            }
        }
        members[index] = last;
        setUnused(size);
        snapshot = null;
    }

    @SuppressWarnings("NullAway") // a slot past the size is nobody's; it must not keep a session alive
    private void setUnused(int index) {
        members[index] = null;
    }

    /** Returns the array of the members if it is already made. */
    LiveViewSession @Nullable [] known() {
        return snapshot;
    }

    /** Returns the array of the members, the same until the next change. */
    LiveViewSession[] snapshot() {
        LiveViewSession[] made = snapshot;
        if (made == null) {
            made = size == members.length ? members : Arrays.copyOf(members, size);
            snapshot = made;
        }
        return made;
    }
}

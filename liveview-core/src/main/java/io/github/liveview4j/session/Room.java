package io.github.liveview4j.session;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one room, and the array of them that broadcasts go by.
 *
 * <p>The array is made when somebody asks and handed out again until a session comes or goes, so that a room of ten
 * thousand can fill up without ten thousand copies, and a room of one is this object and an array of one.
 *
 * <p>Changed and first asked under the registry's lock; {@link #known()} may be called by any thread.
 */
@SuppressWarnings("ReferenceEquality") // whether somebody holds the array is a question of identity
final class Room {

    private LiveViewSession[] members;
    private int size = 1;
    private volatile LiveViewSession @Nullable [] snapshot;

    Room(LiveViewSession first) {
        this.members = new LiveViewSession[] {first};
    }

    void add(LiveViewSession session) {
        if (size == members.length || members == snapshot) {
            members = Arrays.copyOf(members, size + size / 2 + 1);
        }
        members[size++] = session;
        snapshot = null;
    }

    /** Returns whether the room is empty now. */
    boolean remove(LiveViewSession session) {
        for (int i = 0; i < size; i++) {
            if (members[i] == session) {
                removeAt(i);
                break;
            }
        }
        return size == 0;
    }

    private void removeAt(int index) {
        // A copy as soon as somebody may hold the array, and when most of it lies idle.
        if (members == snapshot || size < members.length / 4) {
            members = Arrays.copyOf(members, size);
        }
        System.arraycopy(members, index + 1, members, index, size - index - 1);
        setUnused(--size);
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

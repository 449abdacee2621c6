package io.github.liveview4j.room;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.protocol.RoomUpdateFrame;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast in its place.
 *
 * <p>Any thread may call any method; what is encoded is encoded when it is first asked for.
 */
final class RoomUpdate implements Parcel, Frame.Coverage {

    /** About what an update costs on the wire beside what it says. */
    static final int HEADER = 256;

    private final Broadcast content;
    private final Position position;
    private final long first;
    private final long at;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Function<byte[], List<byte[]>> encoder;
    private List<Frame> v1 = List.of();
    private volatile @Nullable Frame v2;
    private volatile @Nullable Frame withheld;

    /**
     * Makes an update.
     *
     * @param content what it says
     * @param position its place
     * @param first the first number of the range that it covers in its room
     * @param at when it came, in nanoseconds of some clock
     * @param v1 says the same for clients of v1; called at most once, when the first such client is met
     */
    RoomUpdate(Broadcast content, Position position, long first, long at, Function<byte[], List<byte[]>> v1) {
        this.content = content;
        this.position = position;
        this.first = first;
        this.at = at;
        this.encoder = v1;
    }

    long seq() {
        return position.seq();
    }

    long at() {
        return at;
    }

    int size() {
        return content.updates().length;
    }

    @Override
    public String room() {
        return content.room();
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public @Nullable String replaces() {
        return content.replaces();
    }

    @Override
    public Frame v2() {
        Frame known = v2;
        if (known == null) {
            // Two threads may both make it: the frames are equal, and a lock would cost more.
            known = Frame.shared(RoomUpdateFrame.of(RoomName.onWire(room()), position, first, content.updates()), this);
            v2 = known;
        }
        return known;
    }

    @Override
    public boolean isWithheldFrom(LiveViewSession session) {
        String except = content.except();
        return except != null && except.equals(session.page());
    }

    @Override
    public Frame withheld() {
        Frame known = withheld;
        if (known == null) {
            known = Frame.of(RoomUpdateFrame.withoutUpdates(RoomName.onWire(room()), position, first));
            withheld = known;
        }
        return known;
    }

    /** Returns what a session that comes back is given of this update; made for it, and not kept. */
    Frame frameFor(LiveViewSession session) {
        String name = RoomName.onWire(room());
        return isWithheldFrom(session)
                ? Frame.of(RoomUpdateFrame.withoutUpdates(name, position, first))
                : Frame.of(RoomUpdateFrame.of(name, position, first, content.updates()));
    }

    @Override
    public Frame from(long earlier) {
        RoomUpdate wider = new RoomUpdate(content, position, earlier, at, bytes -> List.of());
        return Frame.of(RoomUpdateFrame.of(RoomName.onWire(room()), position, earlier, content.updates()), wider);
    }

    @Override
    public List<Frame> v1() {
        lock.lock();
        try {
            Function<byte[], List<byte[]>> once = encoder;
            if (once != null) {
                // Given up before it is called: an encoder that failed is not tried again.
                encoder = null;
                v1 = once.apply(content.updates()).stream().map(Frame::shared).toList();
            }
            return v1;
        } finally {
            lock.unlock();
        }
    }
}

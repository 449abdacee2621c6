package io.github.liveview4j.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as it goes over the wire: UTF-8, encoded once, however many browsers it is for.
 *
 * <p>A container's text API encodes a {@code String} anew for every session, which was 42 % of the cost of a broadcast
 * of 7 KB to 500 browsers. So a frame carries bytes, and a {@link #shared shared} one also a single direct buffer that
 * the container can hand to the socket without a copy.
 *
 * <p>Immutable, provided that nobody writes to the array it was made of; any thread may call any method.
 */
public final class Frame {

    /**
     * What a frame covers of a room's order, so that a frame that is left out for a newer one does not look like a hole.
     *
     * <p>Immutable, for any thread.
     */
    public interface Coverage {

        /** Returns the room. */
        String room();

        /** Returns the first number of the range that is covered. */
        long first();

        /**
         * Returns what the frame replaces as a whole, or {@code null} where it adds to what is there: a later frame of the
         * same room that replaces the same makes this one needless.
         */
        @Nullable
        String replaces();

        /** Returns the same frame with a range that begins earlier. */
        Frame from(long first);
    }

    /** The longest header; in the buffer for many the message begins after so many bytes. */
    private static final int HEADER = 10;

    private static final int FINAL_TEXT = 0x81;
    private static final int TWO_BYTE_LENGTH = 126;

    private final byte[] utf8;
    private final boolean shared;
    private final @Nullable Coverage coverage;
    private final List<Frame> parts;
    private final boolean object;
    private volatile @Nullable ByteBuffer direct;
    private @Nullable String text;

    private Frame(byte[] utf8, boolean shared, @Nullable Coverage coverage, List<Frame> parts, boolean object) {
        this.utf8 = utf8;
        this.shared = shared;
        this.coverage = coverage;
        this.parts = parts;
        this.object = object;
    }

    /**
     * Makes a frame for one browser; its {@link #binary()} view is on the heap and costs nothing.
     *
     * @param utf8 the message; not copied, so the caller gives the array away
     */
    public static Frame of(byte[] utf8) {
        return new Frame(utf8, false, null, List.of(), false);
    }

    /**
     * Makes a frame for one browser that means the same in one array with others, in its order.
     *
     * @param utf8 one JSON object of the second dialect; not copied, so the caller gives the array away
     */
    public static Frame object(byte[] utf8) {
        return new Frame(utf8, false, null, List.of(), true);
    }

    /**
     * Makes a frame for one browser that covers a range of a room's order.
     *
     * @param utf8 the message; not copied, so the caller gives the array away
     * @param coverage what it covers
     */
    public static Frame of(byte[] utf8, Coverage coverage) {
        return new Frame(utf8, false, coverage, List.of(), true);
    }

    /**
     * Makes a frame for many browsers; the first call of {@link #binary()} copies it into one direct buffer for all.
     *
     * @param utf8 the message; not copied, so the caller gives the array away
     */
    public static Frame shared(byte[] utf8) {
        return new Frame(utf8, true, null, List.of(), false);
    }

    /**
     * Makes a frame for many browsers that covers a range of a room's order.
     *
     * @param utf8 the message; not copied, so the caller gives the array away
     * @param coverage what it covers
     */
    public static Frame shared(byte[] utf8, Coverage coverage) {
        return new Frame(utf8, true, coverage, List.of(), true);
    }

    /**
     * Joins frames that hold one JSON object each into one that holds an array of them.
     *
     * <p>As bytes: they are known to be JSON, so that nothing need be read again.
     *
     * @param parts two or more, in their order
     * @param shared whether it is for many browsers
     */
    public static Frame joined(List<Frame> parts, boolean shared) {
        int length = 1 + parts.size();
        for (Frame part : parts) {
            length += part.size();
        }
        byte[] array = new byte[length];
        int end = 0;
        for (Frame part : parts) {
            array[end++] = (byte) (end == 1 ? '[' : ',');
            System.arraycopy(part.utf8, 0, array, end, part.size());
            end += part.size();
        }
        array[end] = ']';
        return new Frame(array, shared, null, List.copyOf(parts), false);
    }

    /** Returns the same frame for one browser, whose {@link #binary()} view costs nothing. */
    public Frame forOne() {
        return shared ? new Frame(utf8, false, coverage, parts, object) : this;
    }

    /** Returns what the frame covers of a room's order, or {@code null} where it belongs to none. */
    public @Nullable Coverage coverage() {
        return coverage;
    }

    /** Returns whether it is one JSON object that may be joined with others; what covers a range of a room is one. */
    public boolean isObject() {
        return object;
    }

    /** Returns the frames that this one was joined of, in their order; none if it was not. */
    public List<Frame> parts() {
        return parts;
    }

    /** Returns the length in bytes, without any header of the WebSocket protocol. */
    public int size() {
        return utf8.length;
    }

    /** Returns whether this frame was made for many browsers, so that {@link #binary()} is cheap for each of them. */
    public boolean isShared() {
        return shared;
    }

    /** Returns the bytes themselves, not a copy; the caller must not write to them. */
    public byte[] utf8() {
        return utf8;
    }

    /** Returns the message as text, for a client that wants text frames; decoded by the first call and kept. */
    public String text() {
        String known = text;
        if (known == null) {
            // Two threads may both decode: the strings are equal, and a lock would cost more.
            known = new String(utf8, StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }

    /**
     * Returns the message as a buffer from position 0 to its end.
     *
     * <p>Each call returns a view with a position and limit of its own, as containers move those of the buffer they are
     * given (Tomcat's {@code sendBinary} clears it). Of a shared frame the views are read-only and have their bytes
     * outside the heap.
     */
    public ByteBuffer binary() {
        return shared ? direct().slice(HEADER, utf8.length) : ByteBuffer.wrap(utf8);
    }

    /**
     * Returns the message as a whole text frame of the WebSocket protocol, header and all, as a server sends it.
     *
     * <p>For a wire that writes to the socket itself. Views as those of {@link #binary()}, and of a shared frame they have
     * the same bytes.
     */
    public ByteBuffer framed() {
        if (shared) {
            return direct().duplicate().position(HEADER - headerSize());
        }
        int header = headerSize();
        ByteBuffer whole = ByteBuffer.allocate(header + utf8.length);
        putHeader(whole);
        return whole.put(utf8).flip();
    }

    private ByteBuffer direct() {
        ByteBuffer known = direct;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = direct;
            if (known == null) {
                ByteBuffer made =
                        ByteBuffer.allocateDirect(HEADER + utf8.length).position(HEADER - headerSize());
                putHeader(made);
                known = made.put(utf8).flip().asReadOnlyBuffer();
                direct = known;
            }
            return known;
        }
    }

    private int headerSize() {
        return utf8.length < TWO_BYTE_LENGTH ? 2 : utf8.length < 1 << 16 ? 4 : HEADER;
    }

    /** RFC 6455, 5.2: final and text, no mask, and the length in one, three or nine bytes. */
    private void putHeader(ByteBuffer buffer) {
        buffer.put((byte) FINAL_TEXT);
        int length = utf8.length;
        if (length < TWO_BYTE_LENGTH) {
            buffer.put((byte) length);
        } else if (length < 1 << 16) {
            buffer.put((byte) TWO_BYTE_LENGTH).putShort((short) length);
        } else {
            buffer.put((byte) (TWO_BYTE_LENGTH + 1)).putLong(length);
        }
    }
}

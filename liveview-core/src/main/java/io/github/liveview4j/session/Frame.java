package io.github.liveview4j.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    private final byte[] utf8;
    private final boolean shared;
    private volatile @Nullable ByteBuffer direct;
    private @Nullable String text;

    private Frame(byte[] utf8, boolean shared) {
        this.utf8 = utf8;
        this.shared = shared;
    }

    /**
     * Makes a frame for one browser; its {@link #binary()} view is on the heap and costs nothing.
     *
     * @param utf8 the message; not copied, so the caller gives the array away
     */
    public static Frame of(byte[] utf8) {
        return new Frame(utf8, false);
    }

    /**
     * Makes a frame for many browsers; the first call of {@link #binary()} copies it into one direct buffer for all.
     *
     * @param utf8 the message; not copied, so the caller gives the array away
     */
    public static Frame shared(byte[] utf8) {
        return new Frame(utf8, true);
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
        return shared ? direct().duplicate() : ByteBuffer.wrap(utf8);
    }

    private ByteBuffer direct() {
        ByteBuffer known = direct;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = direct;
            if (known == null) {
                known = ByteBuffer.allocateDirect(utf8.length).put(utf8).flip().asReadOnlyBuffer();
                direct = known;
            }
            return known;
        }
    }
}

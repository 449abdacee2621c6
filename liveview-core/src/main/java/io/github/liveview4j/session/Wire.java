package io.github.liveview4j.session;

import java.io.IOException;

/**
 * The way to one browser: what a session needs of the WebSocket container, a port that the starter fills.
 *
 * <p>Only an {@link Outbox} writes to a wire, and it has one write in flight: neither {@link #send} nor {@link
 * #sendAsync} is called before the write before has returned or reported. {@link #isOpen()} and {@link #close} may be
 * called by any thread at any time, also while a write is under way.
 *
 * <p>Two ways to send, because each is bad at something: on Tomcat 11 an asynchronous write costs twice the CPU of a
 * blocking one (every completion is a task for the connector's threads), and a blocking one waits for a browser that
 * does not read. The outbox blocks until it meets such a browser.
 */
public interface Wire {

    /** Returns whether frames can still be sent; {@code false} as soon as either side began to close. */
    boolean isOpen();

    /**
     * Returns whether {@link #send} is to be preferred where its thread may wait; if not, it is never called.
     *
     * <p>{@code false} for a wire whose asynchronous writes are as cheap: it holds no thread, whatever a browser does.
     */
    default boolean prefersBlocking() {
        return true;
    }

    /**
     * Sends a frame and returns when the container has taken all of it.
     *
     * <p>May wait as long as the browser does not read; the container should give up after a while, as the calling
     * thread is held until then. On a wire that is closed it writes nothing and throws.
     *
     * @throws IOException if the frame, or a part of it, was not taken; the wire is then not written to again. A
     *     runtime exception means the same.
     */
    void send(Frame frame) throws IOException;

    /**
     * Begins to send a frame and returns at once.
     *
     * <p>The outcome is reported once to {@code completion}: within this call, later on any thread, or on another
     * thread before this call has returned. An exception thrown by this method means {@link Completion#failed}.
     */
    void sendAsync(Frame frame, Completion completion);

    /**
     * Closes the connection; a second call does nothing.
     *
     * <p>May block, so that it is called on a thread kept for it. A write under way need not end with it.
     */
    void close(CloseReason reason);

    /**
     * Lets go of what the container keeps for a connection that is gone; from then on the wire is closed.
     *
     * <p>A session outlives its connection, as its page may come back. A container's connection has tens of kilobytes of buffers,
     * which would be held as long as that.
     */
    default void forget() {}

    /** Hears how an asynchronous write ended: one call of one of the two methods, a later one is ignored. */
    interface Completion {

        /** The container has taken the whole frame. The next one may be sent on the calling thread, never blocking. */
        void sent();

        /**
         * The frame was not sent, or a part of it.
         *
         * @param cause what went wrong, for the log
         */
        void failed(Throwable cause);
    }
}

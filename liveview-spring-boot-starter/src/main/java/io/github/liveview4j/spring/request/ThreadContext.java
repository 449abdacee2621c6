package io.github.liveview4j.spring.request;

/**
 * Something that Spring keeps on the thread during a request, and that handlers and templates expect there.
 *
 * <p>Beans of this type are put on the thread around every handler and every render. For any thread.
 */
@FunctionalInterface
public interface ThreadContext {

    /**
     * Puts it on the current thread.
     *
     * @param snapshot the handshake of the page, or that of nobody for a broadcast
     * @return what takes it off again, on the same thread, and puts back what was there before
     */
    Runnable enter(HandshakeSnapshot snapshot);
}

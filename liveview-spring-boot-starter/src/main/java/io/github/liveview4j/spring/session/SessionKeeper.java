package io.github.liveview4j.spring.session;

import io.github.liveview4j.spring.request.HandshakeSnapshot;

/**
 * Keeps an HTTP session alive as a request of it would.
 *
 * <p>For any thread.
 */
@FunctionalInterface
public interface SessionKeeper {

    /**
     * Takes note that the session of a page is in use; never makes one, and never brings back one that has ended.
     *
     * @return whether the session is one that this keeper knows
     */
    boolean touch(HandshakeSnapshot handshake);
}

package io.github.liveview4j.broadcast;

/**
 * Brings a broadcast to every node, in one order: the port between sending and delivering.
 *
 * <p>In memory by default. For any thread; never waits for a browser.
 */
@FunctionalInterface
public interface BroadcastTransport {

    /**
     * Takes a broadcast to deliver.
     *
     * @param broadcast what to say, to whom
     */
    void publish(Broadcast broadcast);
}

package io.github.liveview4j.examples.reliability.history;

/** A way from one publisher to the pages of a room, all in this process, which leaves a history behind. */
interface Transport {

    /** Sends this many messages to this many pages, and waits until nothing is under way. */
    History run(int messages, int pages) throws Exception;
}

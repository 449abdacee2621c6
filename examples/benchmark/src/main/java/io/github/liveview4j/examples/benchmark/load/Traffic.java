package io.github.liveview4j.examples.benchmark.load;

/** What is done with the pages of a {@link Swarm}; called by the swarm's thread. */
interface Traffic {

    /** A message came; the array is good for the length of the call. */
    void message(Page page, byte[] bytes, int from, int to);
}

package io.github.liveview4j.examples.scenarios;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Where handlers wait, as they would for a slow database, until they are let go: a test decides when an answer comes, in
 * place of a pause. Open unless somebody closes it. For any thread.
 */
@Component
public class Gate {

    private static final int EVERYBODY = 1_000_000;

    private volatile Semaphore passes = new Semaphore(EVERYBODY);

    /** Holds up everyone who comes from now on. */
    public void close() {
        passes = new Semaphore(0);
    }

    /** Lets go those who wait, and those who come later. */
    public void open() {
        passes.release(EVERYBODY);
    }

    /** Lets one go, the one who has waited longest or the next who comes. */
    public void letOneGo() {
        passes.release();
    }

    /** Returns how many wait. */
    public int waiting() {
        return passes.getQueueLength();
    }

    /** Waits until it is open. */
    public void pass() {
        passes.acquireUninterruptibly();
    }
}

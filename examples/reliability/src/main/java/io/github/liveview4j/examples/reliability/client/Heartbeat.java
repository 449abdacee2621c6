package io.github.liveview4j.examples.reliability.client;

import org.jspecify.annotations.Nullable;

/** Watches for silence: asks after one interval of it, and gives up after 2.25. For the thread of its loop. */
final class Heartbeat {

    private static final double PATIENCE = 2.25;

    private final SocketLoop loop;
    private final Runnable onSilence;
    private final Runnable onDeath;
    private SocketLoop.@Nullable Timer timer;
    private long interval;
    private long heardAt;
    private boolean asked;

    Heartbeat(SocketLoop loop, Runnable onSilence, Runnable onDeath) {
        this.loop = loop;
        this.onSilence = onSilence;
        this.onDeath = onDeath;
    }

    /** Something came. Sets no timer: that would be one for every message of every page. */
    void heard() {
        heardAt = System.nanoTime();
        asked = false;
    }

    /** Begins; 0 watches nothing. */
    void watch(long milliseconds) {
        if (timer != null) {
            timer.cancel();
        }
        interval = milliseconds;
        heard();
        if (interval > 0) {
            timer = loop.schedule(interval, this::look);
        }
    }

    private void look() {
        long silence = (System.nanoTime() - heardAt) / 1_000_000;
        long limit = (long) (interval * PATIENCE);
        if (silence >= limit) {
            onDeath.run();
            return;
        }
        if (silence >= interval && !asked) {
            asked = true;
            onSilence.run();
        }
        timer = loop.schedule(Math.max(1, (silence >= interval ? limit : interval) - silence), this::look);
    }
}

package io.github.liveview4j.examples.support;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals for processes that this one started. For any thread. */
public final class Signals {

    private Signals() {}

    /** Ends a process without a chance to say goodbye, frozen or not. */
    public static void kill(Process process) {
        process.destroyForcibly();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("process " + process.pid() + " outlives its end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Freezes a process: its sockets stay open and the kernel still acknowledges what comes. */
    public static void freeze(Process process) {
        send("-STOP", process);
    }

    /** Lets a frozen process go on. */
    public static void thaw(Process process) {
        send("-CONT", process);
    }

    private static void send(String signal, Process process) {
        try {
            int result = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("kill " + signal + " " + process.pid() + " ended with " + result);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.github.liveview4j.spring.hostile;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Writes hostile sequences of one seed to a server, one socket after the other, and hangs up in every way. For one thread. */
final class WireRun implements Runnable {

    /** Most of a sound socket's frames. */
    private static final int FRAMES = 100;

    private final int port;
    private final WireSequences sequences;
    private final AtomicLong left;
    private final AtomicLong sockets;
    private final boolean deflate;

    /**
     * Makes a run.
     *
     * @param port the server's
     * @param seed makes the sequences
     * @param left how many frames are still to be written, by all runs together
     * @param sockets counts sockets
     * @param deflate whether compression is asked for
     */
    WireRun(int port, long seed, AtomicLong left, AtomicLong sockets, boolean deflate) {
        this.port = port;
        this.sequences = new WireSequences(seed);
        this.left = left;
        this.sockets = sockets;
        this.deflate = deflate;
    }

    @Override
    public void run() {
        while (left.get() > 0) {
            sockets.incrementAndGet();
            try {
                if (sequences.chance(8)) {
                    noHandshake();
                } else {
                    socket(sequences.chance(20));
                }
            } catch (IOException e) {
                // The server hung up on it, as it may.
            }
        }
    }

    private void noHandshake() throws IOException {
        try (WireSocket socket = new WireSocket(port)) {
            socket.say(sequences.handshake(port));
            left.decrementAndGet();
            if (sequences.chance(50)) {
                socket.endOutput();
                socket.status();
            }
        }
    }

    private void socket(boolean firstDialect) throws IOException {
        String[] headers = {
            firstDialect ? "X-Nothing: 0" : "Sec-WebSocket-Protocol: liveview.v2",
            deflate ? "Sec-WebSocket-Extensions: permessage-deflate" : "X-Nothing: 0"
        };
        try (WireSocket socket = WireSocket.open(port, headers)) {
            if (!firstDialect && sequences.chance(90)) {
                socket.say(sequences.hello());
            }
            for (int i = sequences.upTo(FRAMES); i > 0; i--) {
                left.decrementAndGet();
                socket.overhear();
                socket.say(deflate && sequences.chance(40) ? sequences.deflated() : sequences.sound(firstDialect));
            }
            end(socket, firstDialect);
        }
    }

    private void end(WireSocket socket, boolean firstDialect) throws IOException {
        left.decrementAndGet();
        if (sequences.chance(60)) {
            socket.say(sequences.broken());
        } else if (sequences.chance(50)) {
            socket.say(sequences.cut(sequences.sound(firstDialect)));
        }
        if (sequences.chance(30)) {
            socket.endOutput();
        }
        if (sequences.chance(10)) {
            socket.stateAfterPing("end", true);
        }
    }
}

package io.github.liveview4j.examples.benchmark.load;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One page of a {@link Swarm}: its socket, and what the traffic notes of it. For the swarm's thread. */
final class Page implements FrameParser.Sink {

    /** How far it is. */
    enum State {
        CONNECTING,
        SHAKING,
        GREETING,
        OPEN,
        CLOSED
    }

    private static final byte[] NOTHING = {};

    final int index;
    final long id;
    final SocketChannel channel;
    final SelectionKey key;
    final FrameParser parser = new FrameParser();
    State state = State.CONNECTING;

    /** Bytes of the handshake's answer so far. */
    byte[] head = NOTHING;

    /** What the kernel has not taken yet, ready to be read; null for nothing. */
    @Nullable
    ByteBuffer pending;

    long startedAt;
    long calls;
    long calledAt;
    boolean isWaiting;

    /** The highest number delivered to it, or -1, and a bit for each number. */
    long last = -1;

    long[] seen = {};

    private final Swarm swarm;

    Page(Swarm swarm, int index, long id, SocketChannel channel, SelectionKey key) {
        this.swarm = swarm;
        this.index = index;
        this.id = id;
        this.channel = channel;
        this.key = key;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    @Override
    public void message(byte[] bytes, int from, int to) {
        swarm.message(this, bytes, from, to);
    }

    @Override
    public void ping(byte[] bytes, int from, int to) {
        swarm.pong(this, bytes, from, to);
    }

    @Override
    public void close(int code) {
        swarm.closed(this, code);
    }
}

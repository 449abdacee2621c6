package io.github.liveview4j.examples.benchmark.micro;

import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.Wire;

/** Takes everything at once, and keeps how much it was. For one writer at a time, as an outbox has it. */
final class NobodysWire implements Wire {

    private volatile long bytes;
    private boolean open = true;

    long bytes() {
        return bytes;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // there is one write at a time
    public void send(Frame frame) {
        bytes += frame.size();
    }

    @Override
    public void sendAsync(Frame frame, Completion completion) {
        send(frame);
        completion.sent();
    }

    @Override
    public void close(CloseReason reason) {
        open = false;
    }
}

package io.github.liveview4j.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a page has made and whose answers it may not have got yet.
 *
 * <p>Ids rise within a page, so one number tells which calls have run; frames are kept only until the browser says that it
 * has them. What a page can make the server remember is bounded: past 256 KiB the oldest frames go, and a call that
 * is sent again after that is answered with an unknown outcome rather than run again.
 *
 * <p>Written by the thread of the event and by those that a handler sends from.
 */
final class CallLog {

    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_CALLS = 256;

    private static final class Entry {
        final long id;
        final List<byte[]> frames = new ArrayList<>(2);
        int bytes;

        Entry(long id) {
            this.id = id;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Deque<Entry> entries;
    private long lastId;
    private int bytes;

    /** Starts a call, unless it has been started before. */
    boolean begin(long id, long done) {
        lock.lock();
        try {
            acknowledge(done);
            if (id <= lastId) {
                return false;
            }
            lastId = id;
            if (entries == null) {
                entries = new ArrayDeque<>(2);
            }
            entries.addLast(new Entry(id));
            shrink();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether a call has been started, or one that came after it. */
    boolean hasBegun(long id) {
        lock.lock();
        try {
            return id <= lastId;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a frame of a call until the browser has it. */
    void remember(long id, byte[] frame) {
        lock.lock();
        try {
            Entry entry = find(id);
            if (entry != null) {
                entry.frames.add(frame);
                entry.bytes += frame.length;
                bytes += frame.length;
                shrink();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the frames of a call that has run, empty where they are not remembered any more. */
    Optional<List<byte[]>> recall(long id) {
        lock.lock();
        try {
            Entry entry = find(id);
            return entry == null ? Optional.empty() : Optional.of(List.copyOf(entry.frames));
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the calls whose replies have arrived. */
    void done(long done) {
        lock.lock();
        try {
            acknowledge(done);
        } finally {
            lock.unlock();
        }
    }

    private void acknowledge(long done) {
        while (entries != null && !entries.isEmpty() && entries.getFirst().id <= done) {
            bytes -= entries.removeFirst().bytes;
        }
    }

    private void shrink() {
        while (entries != null && !entries.isEmpty() && (bytes > MAX_BYTES || entries.size() > MAX_CALLS)) {
            bytes -= entries.removeFirst().bytes;
        }
    }

    private @Nullable Entry find(long id) {
        if (entries != null) {
            for (Entry entry : entries) {
                if (entry.id == id) {
                    return entry;
                }
            }
        }
        return null;
    }
}

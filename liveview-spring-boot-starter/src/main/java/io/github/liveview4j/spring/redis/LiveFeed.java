package io.github.liveview4j.spring.redis;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.SubscriptionListener;

/**
 * What comes over the channel, in its order, for the reader to take.
 *
 * <p>The connection's thread only puts it into a queue: a thread for each message would mix them up, and one that waits there
 * would hold up every answer. The queue is bounded by bytes; what does not fit is let go and stands in the stream.
 *
 * <p>The reader opens, takes and closes; the connection's thread puts; any thread may ask for a check.
 */
final class LiveFeed {

    /** Stands between messages: look whether anything is missing. */
    static final byte[] CHECK = {};

    static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int OVERHEAD = 64;

    private final RedisLink link;
    private final byte[] channel;
    private final long mostBytes;
    private final LinkedBlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicBoolean gap = new AtomicBoolean();
    private @Nullable RedisConnection connection;

    LiveFeed(RedisLink link, byte[] channel, long mostBytes) {
        this.link = link;
        this.channel = channel;
        this.mostBytes = mostBytes;
    }

    boolean isOpen() {
        return connection != null;
    }

    /** Subscribes; from then on the client does so again by itself whenever the connection was lost. */
    void open() throws RedisTrouble {
        RedisConnection made;
        try {
            made = link.connect();
        } catch (RuntimeException e) {
            throw RedisTrouble.unreachable(e);
        }
        try {
            made.subscribe(new Listener(), channel);
            connection = made;
        } catch (RuntimeException e) {
            RedisLink.close(made);
            throw RedisTrouble.of(e);
        }
    }

    /** Ends the subscription. */
    void close() {
        RedisConnection made = connection;
        connection = null;
        if (made != null) {
            RedisLink.close(made);
        }
    }

    /** Waits for a message or {@link #CHECK}; returns {@code null} if none came. */
    byte @Nullable [] take(long nanos) throws InterruptedException {
        if (queue.isEmpty() && gap.compareAndSet(true, false)) {
            return CHECK;
        }
        byte[] taken = queue.poll(nanos, TimeUnit.NANOSECONDS);
        if (taken != null) {
            bytes.addAndGet(-taken.length - OVERHEAD);
        }
        return taken;
    }

    /** Asks for a check after what is there. */
    void check() {
        bytes.addAndGet(OVERHEAD);
        queue.add(CHECK);
    }

    /** Returns how many messages came. */
    long received() {
        return received.get();
    }

    void put(byte[] message) {
        received.incrementAndGet();
        long size = message.length + OVERHEAD;
        if (bytes.addAndGet(size) > mostBytes) {
            bytes.addAndGet(-size);
            gap.set(true);
        } else {
            queue.add(message);
        }
    }

    /** On the connection's thread. */
    private final class Listener implements MessageListener, SubscriptionListener {

        @Override
        public void onMessage(Message message, byte @Nullable [] pattern) {
            put(message.getBody());
        }

        /** What was said while nobody listened was lost. */
        @Override
        public void onChannelSubscribed(byte[] name, long count) {
            check();
        }
    }
}

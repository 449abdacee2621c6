package io.github.liveview4j.spring.redis;

import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.RoomLog;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Brings broadcasts to every node over Redis, in one order.
 *
 * <p>While Redis is away the application goes on: broadcasts wait for a while, calls do not need them.
 *
 * <p>For any thread, but for start and stop, which one thread calls at a time. {@link #publish} never waits and never fails for Redis' sake; what depends on its outcome runs on a thread
 * of its own, one for all, on which nobody should wait for long.
 */
public final class RedisTransport implements BroadcastTransport, SmartLifecycle {

    /** Before the web server takes connections, and until it has closed them all. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(2);
    private static final Duration PATIENCE_OF_HEALTH = Duration.ofMillis(800);

    private final RoomLog rooms;
    private final Function<Position, byte[]> resync;
    private final RedisLink link;
    private final RedisSettings settings;
    private final byte @Nullable [] key;
    private final RedisState state = new RedisState();
    private volatile RedisPublisher publisher;
    private boolean isStopped;
    private volatile @Nullable RedisReader reader;

    /**
     * Makes a transport that takes broadcasts and sends them once it is started; once stopped it takes none until it is
     * started again.
     *
     * @param rooms this node's log, to which nobody else adds
     * @param resync makes the frame that tells a page to fetch itself
     * @param link where Redis is; started and stopped with the transport
     * @param settings how to use it
     * @param key the secret of all nodes, or {@code null}: then whoever may write to Redis may say anything to every page
     */
    public RedisTransport(
            RoomLog rooms,
            Function<Position, byte[]> resync,
            RedisLink link,
            RedisSettings settings,
            byte @Nullable [] key) {
        this.rooms = rooms;
        this.resync = resync;
        this.link = link;
        this.settings = settings;
        this.key = key == null ? null : key.clone();
        this.publisher = publisher();
    }

    private RedisPublisher publisher() {
        String name = new PublisherNames(key, settings.prefix()).next();
        return new RedisPublisher(
                link,
                state,
                RedisKeys.of(settings.prefix(), name),
                settings,
                name,
                new EnvelopeSeal(key),
                this::unheard);
    }

    /** What the channel does not bring stands in the stream; the other nodes find it there at their next check. */
    private void unheard() {
        RedisReader current = reader;
        if (current != null) {
            current.checkSoon();
        }
    }

    @Override
    public CompletionStage<Outcome> publish(Broadcast broadcast) {
        return publisher.publish(broadcast);
    }

    @Override
    public void start() {
        link.start();
        if (isStopped) {
            isStopped = false;
            publisher = publisher();
        }
        RedisKeys keys = publisher.keys();
        LiveFeed feed = new LiveFeed(link, keys.channel(), LiveFeed.MOST_BYTES);
        LogFollower follower = new LogFollower(
                rooms,
                resync,
                state,
                new EnvelopeSeal(key),
                new PublisherNames(key, settings.prefix()),
                new Freshness(settings.queueAge(), System::currentTimeMillis));
        RedisReader made = new RedisReader(link, state, keys, feed, follower, settings.positionCheck());
        reader = made;
        try {
            // So that the pages rendered first have their place in the order of all nodes.
            made.start(PATIENCE_AT_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publisher.start();
    }

    @Override
    public void stop() {
        RedisReader made = reader;
        if (made == null) {
            return;
        }
        reader = null;
        isStopped = true;
        // It takes no more: what is said from now on fails at once, for nobody knows of another start.
        publisher.stop();
        try {
            made.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.stop();
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Asks Redis how it is; returns within a second. */
    Report report() {
        String trouble = "Not started";
        RedisReader current = reader;
        if (current != null) {
            CompletableFuture<Void> answer = current.check();
            try {
                answer.get(PATIENCE_OF_HEALTH.toMillis(), TimeUnit.MILLISECONDS);
                trouble = state.trouble();
            } catch (TimeoutException e) {
                String known = state.trouble();
                trouble = known != null ? known : "Redis does not answer";
            } catch (ExecutionException | InterruptedException e) {
                trouble = "Not asked: " + e;
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return new Report(trouble, state.known(), publisher.waiting(), state.refusals());
    }

    /**
     * How Redis is.
     *
     * @param trouble what is wrong, or {@code null}
     * @param position how far the order has come, or {@code null} before Redis was heard of
     * @param waiting how many broadcasts wait
     * @param refused how many were ignored: not sealed with our key or damaged, said before, too old, or nothing that a
     *     broadcast could be
     */
    record Report(@Nullable String trouble, @Nullable Position position, int waiting, long refused) {}
}

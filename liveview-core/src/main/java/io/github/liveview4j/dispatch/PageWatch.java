package io.github.liveview4j.dispatch;

import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after what nobody else would notice: peers that have gone without a word, and what is kept longer than it need be.
 *
 * <p>Every page of the second dialect is asked for a sign of life once a heartbeat; one that stays silent for a little
 * more than two of them is given up, unless a call of it runs, during which its frames are not read. The question also tells the
 * page how far it has come, so that one that hears nothing else does not fall behind what is kept. Pages of the first dialect
 * cannot be asked and may stay silent. A connection of the second dialect whose page does not say hello in time is given up, whatever
 * else it sends.
 *
 * <p>One daemon thread, which writes to no browser itself. Any thread may start and close it, also several times.
 */
final class PageWatch {

    /** A little less than the browser's own: closing takes a container up to a second. */
    static final double PATIENCE = 2.2;

    private static final Logger log = LoggerFactory.getLogger(PageWatch.class);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);
    /** Going through all rooms holds up what is said in them. */
    private static final long SWEEP = TimeUnit.SECONDS.toNanos(5);

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(10);

    private final LiveViewSessionRegistry sessions;
    private final RoomLog rooms;
    private final PageRooms pageRooms;
    private final PageRegistry pages;
    private final CallBudgets budgets;
    private final Duration heartbeat;
    private final Duration hello;
    private final LongSupplier nanoTime;
    private long swept;
    private @Nullable ScheduledExecutorService thread;

    PageWatch(
            LiveViewSessionRegistry sessions,
            RoomLog rooms,
            PageRooms pageRooms,
            PageRegistry pages,
            CallBudgets budgets,
            Duration heartbeat,
            Duration hello,
            LongSupplier nanoTime) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.pageRooms = pageRooms;
        this.pages = pages;
        this.budgets = budgets;
        this.heartbeat = heartbeat;
        this.hello = hello;
        this.nanoTime = nanoTime;
        this.swept = nanoTime.getAsLong() - SWEEP;
    }

    synchronized void start() {
        if (thread == null) {
            long interval = Math.min(Math.max(heartbeat.toNanos() / 40, SHORTEST), LONGEST);
            ScheduledExecutorService started = new ScheduledThreadPoolExecutor(1, PageWatch::thread);
            ScheduledFuture<?> unused =
                    started.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.NANOSECONDS);
            thread = started;
        }
    }

    synchronized void close() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    void look() {
        try {
            List<LiveViewSession> asked = new ArrayList<>();
            for (LiveViewSession session : sessions.all()) {
                if (Dialect.of(session.subprotocol()) == Dialect.V2
                        && isGreeted(session)
                        && isThere(session)
                        && session.isDueToBeAsked(nanoTime.getAsLong(), heartbeat.toNanos())) {
                    asked.add(session);
                }
            }
            rooms.ping(asked.toArray(new LiveViewSession[0]), pageRooms::ping);
            long now = nanoTime.getAsLong();
            if (now - swept >= SWEEP) {
                swept = now;
                rooms.expire();
            }
            pages.forgetExpired();
            budgets.forget();
        } catch (Throwable e) {
            // Also an Error. Thrown on, it would silently cancel every further look.
            log.warn("The pages could not be looked after", e);
        }
    }

    private boolean isGreeted(LiveViewSession session) {
        if (session.page() == null && session.age().compareTo(hello) > 0) {
            log.debug("{} has not said hello within {} and is given up", session, hello);
            session.close(CloseReason.SILENT);
        }
        return session.page() != null;
    }

    private boolean isThere(LiveViewSession session) {
        if (session.isBusy() || session.silence().toNanos() <= heartbeat.toNanos() * PATIENCE) {
            return true;
        }
        log.debug("{} has been silent for {} and is given up", session, session.silence());
        session.close(CloseReason.SILENT);
        return false;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "liveview-page-watch");
        thread.setDaemon(true);
        return thread;
    }
}

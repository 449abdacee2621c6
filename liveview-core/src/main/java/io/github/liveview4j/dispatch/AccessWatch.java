package io.github.liveview4j.dispatch;

import io.github.liveview4j.AccessCheck;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections whose pages may not act any more: at once where somebody says that something has ended, and within an
 * interval where nobody does.
 *
 * <p>The pages that are open are looked at in turn, spread over the interval, so that what answers for them is asked evenly. It also
 * does on this node what is said to all nodes: disconnect somebody, or look again.
 *
 * <p>One daemon thread for the turn; everything else happens on the caller's. Any thread may call any method.
 */
public final class AccessWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AccessWatch.class);
    private static final int STEPS = 50;

    private final LiveViewSessionRegistry sessions;
    private final AccessGate gate;
    private final Duration interval;
    private final Consumer<String> forget;
    private LiveViewSession[] round = {};
    private int next;
    private int step;
    private @Nullable ScheduledExecutorService thread;

    /**
     * Makes a watch over one node, which hears from now on what is said to all; {@link #start()} sets its turn going.
     *
     * @param check says who may still act
     * @param sessions the connections of the node
     * @param rooms brings what is said to all nodes
     * @param interval in which every open connection is looked at once
     * @param forget told of a holder before its connections are looked at, so that nobody answers from memory
     */
    public AccessWatch(
            AccessCheck check,
            LiveViewSessionRegistry sessions,
            RoomLog rooms,
            Duration interval,
            Consumer<String> forget) {
        this.sessions = sessions;
        this.gate = new AccessGate(check);
        this.interval = interval;
        this.forget = forget;
        rooms.onSignal(this::told);
    }

    /** Begins to look at the open connections in turn; does nothing if it does. */
    public synchronized void start() {
        if (thread == null) {
            ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(1, AccessWatch::thread);
            long pause = Math.max(1, interval.toNanos() / STEPS);
            ScheduledFuture<?> unused = started.scheduleAtFixedRate(this::step, pause, pause, TimeUnit.NANOSECONDS);
            thread = started;
        }
    }

    /** Stops looking; can be started again. */
    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    /** Returns whether any page is connected to this node. */
    public boolean hasPages() {
        return sessions.size() > 0;
    }

    /** Returns whether a page of a holder is connected to this node. */
    public boolean hasPages(String holder) {
        return !sessions.heldBy(holder).isEmpty();
    }

    /** Looks at the connections of a holder, and closes those that may not act any more. */
    public void look(String holder) {
        forget.accept(holder);
        sessions.heldBy(holder).forEach(gate::look);
    }

    /** Looks at the connections of a user, and closes those that may not act any more. */
    public void lookAt(String user) {
        each(session -> isOf(session, user), session -> {
            if (session.attributes().get(LiveViewSessionRegistry.HOLDER) instanceof String holder) {
                forget.accept(holder);
            }
            gate.look(session);
        });
    }

    /** Closes the connections of a holder, which has ended. */
    public void ended(String holder) {
        sessions.heldBy(holder).forEach(AccessWatch::close);
    }

    private void told(Broadcast signal) {
        String holder = RoomName.holderOf(signal.room());
        if (holder != null) {
            // Not here: it may take a moment, and whoever brings broadcasts is not to be held up.
            inTurn(() -> look(holder));
            return;
        }
        String room = RoomName.disconnectedBy(signal.room());
        String user = RoomName.userOf(room);
        String page = RoomName.pageOf(room);
        Predicate<LiveViewSession> isMeant;
        if (user != null) {
            // Also those that have not said hello yet, and so are in no room.
            isMeant = session -> isOf(session, user);
        } else if (page != null) {
            isMeant = session -> page.equals(session.page());
        } else if (room.equals(RoomName.EVERYONE)) {
            isMeant = session -> true;
        } else {
            isMeant = session -> sessions.roomsOf(session).contains(room);
        }
        String except = signal.except();
        each(isMeant.and(session -> except == null || !except.equals(session.page())), AccessWatch::close);
    }

    private synchronized void inTurn(Runnable task) {
        if (thread != null) {
            thread.execute(task);
        }
    }

    private void each(Predicate<LiveViewSession> isMeant, Consumer<LiveViewSession> action) {
        for (LiveViewSession session : sessions.all()) {
            if (isMeant.test(session)) {
                action.accept(session);
            }
        }
    }

    private static boolean isOf(LiveViewSession session, String user) {
        return session.user().map(Principal::getName).filter(user::equals).isPresent();
    }

    private static void close(LiveViewSession session) {
        session.close(CloseReason.SIGNED_OUT);
    }

    /** Looks at the next few. For the watch's thread. */
    void step() {
        try {
            if (step == 0) {
                round = sessions.all();
                next = 0;
            }
            step = (step + 1) % STEPS;
            int end = step == 0 ? round.length : (int) ((long) round.length * step / STEPS);
            while (next < end) {
                LiveViewSession session = round[next++];
                if (session.isOpen()) {
                    gate.look(session);
                }
            }
        } catch (Throwable e) {
            // Also an Error. Thrown on, it would silently cancel every further step.
            log.warn("Open connections could not be looked at", e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "liveview-access-watch");
        thread.setDaemon(true);
        return thread;
    }
}

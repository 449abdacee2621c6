package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to handlers.
 *
 * <p>One for an application. Calls of one page run one after the other on the thread that brought them, with no pool in
 * between: a slow handler holds a container thread as a slow controller does, unless it returns what comes later. For any
 * thread.
 */
public final class LiveViewDispatcher {

    /** The session attribute that holds the page's {@link Locale}; without it the JVM's default is taken. */
    public static final String LOCALE = Locale.class.getName();

    /** The session attribute that holds the {@link LiveViewHandshake}; without it no more than the user is known. */
    public static final String HANDSHAKE = LiveViewHandshake.class.getName();

    /** The session attribute that holds the {@link io.github.liveview4j.room.Bearer.Session}; without it there is none. */
    public static final String HTTP_SESSION = "liveview.http-session";

    private static final Logger log = LoggerFactory.getLogger(LiveViewDispatcher.class);

    private final MessageCodec codec;
    private final LiveViewSessionRegistry sessions;
    private final PageRegistry pages;
    private final PageRooms rooms;
    private final LongSupplier nanoTime;
    private final PageWatch watch;
    private final CallRunner runner;
    private final AccessGate access;
    private final boolean tokenRequired;
    private final CallBudgets budgets;

    /**
     * Creates a dispatcher.
     *
     * @param codec reads and writes frames
     * @param handlers the handlers by name, may still be empty
     * @param middlewares the chain in front of them, in order
     * @param resolvers what is asked about exceptions, in order
     * @param renderer renders the messages of handlers
     * @param broadcaster sends to other pages
     * @param sessions where connections are found by broadcasts
     * @param rooms what was said in the rooms
     * @param tokens signs which rooms pages may be in
     * @param scope what is put on the thread of an event
     * @param settings what the application decides about its pages
     * @param assets gives the id of the application's static resources, or {@code null} where there is none; asked at every
     *     hello, in the thread that brought it
     */
    public LiveViewDispatcher(
            MessageCodec codec,
            HandlerMethodRegistry handlers,
            List<LiveViewMiddleware> middlewares,
            List<LiveViewExceptionResolver> resolvers,
            MessageRenderer renderer,
            LiveViewBroadcaster broadcaster,
            LiveViewSessionRegistry sessions,
            RoomLog rooms,
            PageTokens tokens,
            CallScope scope,
            PageSettings settings,
            Supplier<@Nullable String> assets) {
        this(
                codec,
                handlers,
                middlewares,
                resolvers,
                renderer,
                broadcaster,
                sessions,
                rooms,
                tokens,
                scope,
                settings,
                assets,
                System::nanoTime);
    }

    LiveViewDispatcher(
            MessageCodec codec,
            HandlerMethodRegistry handlers,
            List<LiveViewMiddleware> middlewares,
            List<LiveViewExceptionResolver> resolvers,
            MessageRenderer renderer,
            LiveViewBroadcaster broadcaster,
            LiveViewSessionRegistry sessions,
            RoomLog rooms,
            PageTokens tokens,
            CallScope scope,
            PageSettings settings,
            Supplier<@Nullable String> assets,
            LongSupplier nanoTime) {
        this.codec = codec;
        this.sessions = sessions;
        this.nanoTime = nanoTime;
        PageLimits limits = settings.doors().limits();
        this.pages = new PageRegistry(settings.retention(), limits.remembered(), nanoTime);
        this.rooms =
                new PageRooms(rooms, tokens, codec, settings.heartbeat(), pages.node(), settings.stateful(), assets);
        this.tokenRequired = settings.doors().isTokenRequired();
        this.budgets = new CallBudgets(limits, nanoTime);
        this.access = new AccessGate(settings.doors().access());
        this.watch = new PageWatch(
                sessions, rooms, this.rooms, pages, budgets, settings.heartbeat(), limits.hello(), nanoTime);
        this.runner = new CallRunner(
                codec,
                renderer,
                broadcaster,
                handlers,
                middlewares,
                resolvers,
                scope,
                new PageLocales(settings.locales()),
                this.rooms,
                access,
                new RefusalLog(nanoTime));
    }

    /**
     * Takes in a connection whose handshake was let through.
     *
     * @param session the connection; broadcasts reach it from now on, or, in the second dialect, from its hello on
     * @return what passes its frames on, to be told when it closes
     */
    public LiveViewConnection open(LiveViewSession session) {
        sessions.add(session);
        // Only now: of a sign-out since the handshake nobody has told it, of a later one somebody will.
        access.look(session);
        return new LiveViewConnection(session, this);
    }

    /** Begins to look after the pages: asks for signs of life, gives up the dead, forgets what is old. */
    public void start() {
        watch.start();
    }

    /** Stops looking after the pages; can be started again. */
    public void stop() {
        watch.close();
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    PageRooms rooms() {
        return rooms;
    }

    PageWatch watch() {
        return watch;
    }

    PageRegistry pages() {
        return pages;
    }

    MessageCodec codec() {
        return codec;
    }

    boolean isTokenRequired() {
        return tokenRequired;
    }

    CallBudgets budgets() {
        return budgets;
    }

    void closed(LiveViewSession session, @Nullable Page page) {
        session.disconnected();
        if (page != null && page.dialect() == Dialect.V2) {
            pages.leave(page, session);
        } else if (page != null) {
            page.forgotten();
        }
    }

    /**
     * Answers a call, in the order of the page's calls, unless there are too many: then with an error, so that nothing is lost
     * in silence.
     */
    void answer(Page page, LiveViewSession from, CallBudgets.Budget budget, ClientEvent.Call event) {
        RefusedCallException refusal = budget.begin();
        if (refusal == null) {
            try {
                runner.answer(page, from, event);
            } finally {
                budget.ended();
            }
            return;
        }
        runner.refuse(page, from, event, refusal);
        if (budget.isOverrun()) {
            log.debug("{} calls without end and is closed", from);
            from.close(CloseReason.TOO_MANY);
        }
    }

    /** Answers a call that is not run. */
    void refuse(Page page, LiveViewSession from, ClientEvent.Call event, RefusedCallException refusal) {
        runner.refuse(page, from, event, refusal);
    }
}

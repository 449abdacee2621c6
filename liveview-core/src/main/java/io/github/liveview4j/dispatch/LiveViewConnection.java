package io.github.liveview4j.dispatch;

import io.github.liveview4j.limit.Meter;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving end of one socket: everything that belongs to it and to no other.
 *
 * <p>Frames come from one thread at a time, as a container reads a socket.
 */
public final class LiveViewConnection {

    private static final Logger log = LoggerFactory.getLogger(LiveViewConnection.class);
    private static final int MAX_UNREADABLE = 100;

    private final LiveViewSession session;
    private final LiveViewDispatcher dispatcher;
    private final Dialect dialect;
    private final HelloLimit hellos;
    private final CallTrust trust;
    private final CallBudgets.Budget budget;
    private final @Nullable Meter frames;
    private volatile @Nullable Page page;
    private int unreadable;

    LiveViewConnection(LiveViewSession session, LiveViewDispatcher dispatcher) {
        this.session = session;
        this.dispatcher = dispatcher;
        this.dialect = Dialect.of(session.subprotocol());
        this.hellos = new HelloLimit(dispatcher.nanoTime());
        this.trust = new CallTrust(dialect == Dialect.V2 && dispatcher.isTokenRequired(), dispatcher.nanoTime());
        this.budget = dispatcher.budgets().of(session);
        this.frames = dispatcher.budgets().frames();
        if (dialect == Dialect.V1 && session.isOpen()) {
            // That dialect knows no page behind the socket: they come and go together.
            page = dispatcher.pages().single(session);
            session.page(session.id());
            dispatcher.rooms().enter(session, page);
        }
    }

    /**
     * Takes note that something came, before anything is made of it: a frame, or the part of one that the container hands over.
     *
     * @return whether it is to be looked at; otherwise the connection has ended, or ends now because there is no end to it
     */
    public boolean admits() {
        if (!session.isOpen()) {
            return false;
        }
        if (frames == null || frames.take(dispatcher.nanoTime().getAsLong())) {
            return true;
        }
        // No warning: anybody can cause these, and as many as they like.
        log.debug("{} sends frames without end and is closed", session);
        session.close(CloseReason.TOO_MANY);
        return false;
    }

    /**
     * Takes one frame, and returns when its calls have been answered.
     *
     * <p>Never throws for what a browser sent: a frame that cannot be read is answered with an error and logged in a line,
     * and after 100 of them the socket is closed.
     *
     * @param frame the whole payload of a text or binary frame
     */
    public void receive(byte[] frame) {
        session.busy(true);
        try {
            boolean isFirst = true;
            List<ClientEvent> events = dispatcher.codec().decode(dialect, frame);
            for (ClientEvent event : events) {
                // The first came with the frame.
                if (isFirst ? !session.isOpen() : !admits()) {
                    return;
                }
                isFirst = false;
                take(event, frame.length / events.size());
            }
        } finally {
            session.busy(false);
        }
    }

    /** Takes note that the socket is closed; from any thread, also while a frame is being received. */
    public void closed() {
        // First, so that a hello which is under way either shows its page here or finds the session ended.
        session.disconnected();
        dispatcher.closed(session, page);
    }

    private void take(ClientEvent event, int bytes) {
        Page current = page;
        if (event instanceof ClientEvent.Call call) {
            if (current != null) {
                take(current, call, bytes);
            } else {
                refuse(ErrorCode.UNEXPECTED, "expected hello as the first frame, got a call", call.id());
            }
        } else if (event instanceof ClientEvent.Hello hello) {
            if (current == null) {
                enter(hello);
            } else if (current.id().equals(hello.page())) {
                again(current, hello);
            } else {
                refuse(ErrorCode.UNEXPECTED, "expected one page a socket, got hello of a second", null);
            }
        } else if (event instanceof ClientEvent.Ping) {
            send(new ServerEvent.Pong());
        } else if (event instanceof ClientEvent.Malformed malformed) {
            refuse(ErrorCode.MALFORMED, malformed.reason(), malformed.call());
        }
        Page known = page;
        if (known != null) {
            trust.released().forEach(call -> answer(known, call));
        }
    }

    private void take(Page current, ClientEvent.Call call, int bytes) {
        try {
            if (!trust.holds(call, bytes)) {
                answer(current, call);
            }
        } catch (RefusedCallException e) {
            dispatcher.refuse(current, session, call, e);
        }
    }

    private void answer(Page current, ClientEvent.Call call) {
        RefusedCallException refusal = trust.refusal();
        if (refusal == null) {
            dispatcher.answer(current, session, budget, call);
        } else {
            dispatcher.refuse(current, session, call, refusal);
        }
    }

    private void enter(ClientEvent.Hello hello) {
        PageRegistry.Entrance entrance = dispatcher.pages().enter(hello.page(), session, hello.node());
        page = entrance.page();
        if (!session.isOpen()) {
            // Whoever closed it may not have seen the page, which nobody would forget.
            dispatcher.pages().leave(entrance.page(), session);
        }
        session.page(hello.page());
        try {
            greet(entrance.page(), hello, entrance.resumed());
        } finally {
            if (entrance.page().returned()) {
                dispatcher.rooms().fetchItself(entrance.page());
            }
        }
    }

    private void again(Page current, ClientEvent.Hello hello) {
        if (hellos.allows()) {
            // It has fetched itself if it was told to.
            current.madeGood();
            greet(current, hello, true);
        } else {
            log.debug("{} says hello without end and is closed", session);
            session.close(CloseReason.TOO_MANY);
        }
    }

    private void greet(Page current, ClientEvent.Hello hello, boolean resumed) {
        current.lang(hello.lang());
        current.calls().done(hello.done());
        PageRooms rooms = dispatcher.rooms();
        boolean lacks = trust.hears(hello, rooms.isProven(session, hello), PageRooms.bearerOf(session));
        rooms.enter(session, current, hello, resumed, lacks);
    }

    private void refuse(String code, String reason, @Nullable Long call) {
        String ref = Reference.next();
        log.warn("[{}] A frame of {} was refused: {}", ref, session, reason);
        Problem problem = new Problem(code, ref, null);
        send(call == null ? new ServerEvent.Failure(problem) : new ServerEvent.Reply(call, List.of(), problem));
        unreadable++;
        if (unreadable >= MAX_UNREADABLE) {
            log.warn("{} is closed after {} refused frames", session, unreadable);
            session.close(CloseReason.PROTOCOL);
        }
    }

    private void send(ServerEvent event) {
        for (byte[] frame : dispatcher.codec().encode(dialect, event)) {
            session.send(Frame.of(frame));
        }
    }
}

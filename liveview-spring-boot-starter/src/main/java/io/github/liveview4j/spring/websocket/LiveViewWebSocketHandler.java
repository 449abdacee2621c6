package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.dispatch.LiveViewConnection;
import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.Wire;
import jakarta.websocket.Session;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Opens a session for every WebSocket and passes its frames to the dispatcher, each as a whole.
 *
 * <p>Called by the container, for one socket by one thread at a time.
 */
public final class LiveViewWebSocketHandler implements WebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(LiveViewWebSocketHandler.class);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final String RECEIVER = LiveViewWebSocketHandler.class.getName();

    private final LiveViewDispatcher dispatcher;
    private final LiveViewSessions sessions;
    private final ConnectionBook book;
    private final int frameLimit;
    private final Wires wires;
    private final AtomicLong toldTooLarge = new AtomicLong();

    private record Receiver(LiveViewSession session, LiveViewConnection connection, FrameAssembler frames, Peer peer) {}

    /**
     * Creates a handler.
     *
     * @param dispatcher takes the frames
     * @param sessions makes the sessions
     * @param book counts the sockets
     * @param frameLimit how many bytes a frame of a browser may have
     * @param sendTimeout how long one write to a browser may take
     * @param nativeWrites whether to write to the container's sockets directly where it lets us
     */
    public LiveViewWebSocketHandler(
            LiveViewDispatcher dispatcher,
            LiveViewSessions sessions,
            ConnectionBook book,
            int frameLimit,
            Duration sendTimeout,
            boolean nativeWrites) {
        this.dispatcher = dispatcher;
        this.sessions = sessions;
        this.book = book;
        this.frameLimit = frameLimit;
        this.wires = nativeWrites ? Wires.ofTomcat(sendTimeout) : Wires.standard(sendTimeout);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Session socket = Objects.requireNonNull(
                ((NativeWebSocketSession) session).getNativeSession(Session.class),
                "LiveView needs a container with the Jakarta WebSocket API");
        TomcatBuffers.shrink(socket);
        boolean textOnly = Dialect.of(session.getAcceptedProtocol()) == Dialect.V1;
        LiveViewSession live = create(
                session.getId(),
                session.getAcceptedProtocol(),
                session.getPrincipal(),
                session.getAttributes(),
                wires.over(socket, textOnly));
        Peer peer = session.getAttributes().get(Peer.ATTRIBUTE) instanceof Peer known ? known : Peer.UNKNOWN;
        if (!book.enter(peer)) {
            // More came at the same moment than the handshake could see.
            live.close(CloseReason.TOO_MANY);
            return;
        }
        // The session has its own copy of what the handshake left.
        session.getAttributes().clear();
        session.getAttributes()
                .put(RECEIVER, new Receiver(live, dispatcher.open(live), new FrameAssembler(frameLimit), peer));
    }

    /**
     * Opens a session over another wire than the container's, as tests do.
     *
     * @param id unique on this node
     * @param protocol the subprotocol that the handshake agreed on, or {@code null}
     * @param user who was signed in at the handshake, or {@code null}
     * @param attributes what the checks of the handshake left
     * @param wire takes the frames for the browser
     * @return takes the frames of the browser, one thread at a time, and is to be told of the end
     */
    public LiveViewConnection open(
            String id, @Nullable String protocol, @Nullable Principal user, Map<String, Object> attributes, Wire wire) {
        return dispatcher.open(create(id, protocol, user, attributes, wire));
    }

    private LiveViewSession create(
            String id, @Nullable String protocol, @Nullable Principal user, Map<String, Object> attributes, Wire wire) {
        String room = Objects.toString(attributes.get(HandshakeGate.ROOM), "");
        return sessions.create(id, room, protocol, user, attributes, wire);
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
        if (!(session.getAttributes().get(RECEIVER) instanceof Receiver receiver)
                // What is left of a frame that closed it: of one that is unpacked there can be a thousand times the
                // limit.
                || !receiver.session().isOpen()) {
            return;
        }
        // A part that fills the container's buffer was cut by that. Those are bounded by what one frame may have.
        boolean isCut = !message.isLast() && message.getPayloadLength() >= TomcatBuffers.SIZE - 1;
        if (!isCut && !receiver.connection().admits()) {
            return;
        }
        try {
            byte[] frame = assemble(receiver.frames(), message);
            if (frame != null) {
                receiver.connection().receive(frame);
            }
        } catch (FrameAssembler.TooLarge e) {
            tellTooLarge(receiver.session());
            receiver.session().close(CloseReason.TOO_LARGE);
        }
    }

    /** Anybody can cause these; but whoever has set the limit too low looks for it in the log. */
    private void tellTooLarge(LiveViewSession session) {
        long now = System.nanoTime();
        long last = toldTooLarge.get();
        boolean isDue = (last == 0 || now - last >= MINUTE) && toldTooLarge.compareAndSet(last, now);
        String text = "{} sent a frame of more than {} bytes and is closed (liveview.frame-limit)";
        if (isDue) {
            log.warn(text + ". Further ones are not told of for a minute", session, frameLimit);
        } else {
            log.debug(text, session, frameLimit);
        }
    }

    private static byte @Nullable [] assemble(FrameAssembler frames, WebSocketMessage<?> message)
            throws FrameAssembler.TooLarge {
        if (message instanceof TextMessage text) {
            return frames.add(text.getPayload(), text.isLast());
        }
        return message instanceof BinaryMessage binary ? frames.add(binary.getPayload(), binary.isLast()) : null;
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        // A browser that went away without a word: the close that follows does what is to be done.
        log.debug("The connection {} failed", session.getId(), failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().remove(RECEIVER) instanceof Receiver receiver) {
            book.leave(receiver.peer());
            receiver.connection().closed();
        }
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }
}

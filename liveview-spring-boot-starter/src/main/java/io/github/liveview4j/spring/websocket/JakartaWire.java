package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.Wire;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes frames with the standard Jakarta API, in any container.
 *
 * <p>Frames for many go out as binary, from one buffer that all share; frames for one page, and everything for a page of
 * the first dialect, as text, which a browser's developer tools can show. The outbox is the only caller.
 */
class JakartaWire implements Wire {

    private static final Logger log = LoggerFactory.getLogger(JakartaWire.class);

    /** What a browser is told that does not listen, or would go on sending instead of answering. */
    private static final Set<CloseReason> DEAF = Set.of(CloseReason.SILENT, CloseReason.TOO_SLOW, CloseReason.TOO_MANY);

    private volatile @Nullable Session session;
    private final boolean textOnly;

    JakartaWire(Session session, boolean textOnly, Duration sendTimeout) {
        this.session = session;
        this.textOnly = textOnly;
        TomcatTimeouts.send(session, sendTimeout.toMillis());
        session.getAsyncRemote().setSendTimeout(sendTimeout.toMillis());
    }

    @Override
    public boolean isOpen() {
        Session current = session;
        return current != null && current.isOpen();
    }

    @Override
    public void forget() {
        session = null;
    }

    private Session current() throws IOException {
        Session current = session;
        if (current == null) {
            throw new IOException("The connection is gone");
        }
        return current;
    }

    @Override
    public void send(Frame frame) throws IOException {
        Session current = current();
        if (asText(frame)) {
            current.getBasicRemote().sendText(frame.text());
        } else {
            current.getBasicRemote().sendBinary(frame.binary());
        }
    }

    @Override
    public void sendAsync(Frame frame, Completion completion) {
        Session current;
        try {
            current = current();
        } catch (IOException e) {
            completion.failed(e);
            return;
        }
        SendHandler handler = result -> {
            if (result.isOK()) {
                completion.sent();
            } else {
                completion.failed(result.getException());
            }
        };
        if (asText(frame)) {
            current.getAsyncRemote().sendText(frame.text(), handler);
        } else {
            current.getAsyncRemote().sendBinary(frame.binary(), handler);
        }
    }

    private boolean asText(Frame frame) {
        return textOnly || !frame.isShared();
    }

    @Override
    public void close(CloseReason reason) {
        Session current = session;
        if (current == null) {
            return;
        }
        TomcatTimeouts.close(current, DEAF.contains(reason));
        try {
            current.close(new jakarta.websocket.CloseReason(reason::code, reason.text()));
        } catch (IOException | IllegalStateException e) {
            log.debug("Closing {} failed, which is as good as closed", current.getId(), e);
        }
    }
}

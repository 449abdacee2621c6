package io.github.liveview4j.spring.websocket;

import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import org.apache.tomcat.websocket.WsWebSocketContainer;

/**
 * The patience of Tomcat, where that is the container: shorter than it is by itself with browsers that do not read or do not
 * answer. Other containers take no notice of it.
 *
 * <p>For any thread.
 */
final class TomcatTimeouts {

    /** For a blocking write, 20 seconds unless told otherwise; closing does not wake such a writer. */
    private static final String SEND = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    /** For the browser's answer to a close frame, 30 seconds unless told otherwise; until then the socket stays. */
    private static final String CLOSE = "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";

    private static final long FAREWELL = 5_000;

    /** None at all would be the usual time. */
    private static final long NO_FAREWELL = 1;

    private TomcatTimeouts() {}

    /** Sets how long one write may take. */
    static void send(Session session, long millis) {
        session.getUserProperties().put(SEND, millis);
    }

    /**
     * Sets how long the browser may take to answer a close frame.
     *
     * @param isDeaf whether it is not expected to answer at all
     */
    static void close(Session session, boolean isDeaf) {
        session.getUserProperties().put(CLOSE, isDeaf ? NO_FAREWELL : FAREWELL);
        lookEverySecond(session.getContainer());
    }

    /** Tomcat looks for what has taken too long every ten seconds unless told otherwise; a look is a field a session. */
    private static void lookEverySecond(WebSocketContainer container) {
        if (container.getClass().getName().startsWith("org.apache.tomcat.websocket.")) {
            Period.set(container);
        }
    }

    /** Loaded where Tomcat is. */
    private static final class Period {

        static void set(WebSocketContainer container) {
            if (container instanceof WsWebSocketContainer tomcat) {
                tomcat.setProcessPeriod(1);
            }
        }
    }
}

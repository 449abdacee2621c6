package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.session.Wire;
import jakarta.websocket.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the wire of each socket: the one for Tomcat where that is the container and lets us, else the one for any.
 *
 * <p>What the container lets us is found out once, at the start. For any thread.
 */
final class Wires {

    private static final Logger log = LoggerFactory.getLogger(Wires.class);

    /** Knows the container, and is loaded only where that is on the class path. */
    interface Container {

        /** Makes the wire of a socket, or returns {@code null} for one that it cannot have. */
        @Nullable
        Wire wire(Session session, Duration sendTimeout);
    }

    /** Looks for a container; throws whatever it likes where it is another one, or made differently inside. */
    interface Finder {

        /** Returns the container. */
        Container find() throws ReflectiveOperationException;
    }

    private static final Container ANY = (session, sendTimeout) -> null;

    private final Container container;
    private final Duration sendTimeout;

    private Wires(Container container, Duration sendTimeout) {
        this.container = container;
        this.sendTimeout = sendTimeout;
    }

    /** Makes wires for any container. */
    static Wires standard(Duration sendTimeout) {
        return new Wires(ANY, sendTimeout);
    }

    /** Makes the wires that Tomcat allows, if it is there. */
    static Wires ofTomcat(Duration sendTimeout) {
        return of(() -> TomcatSockets.find(), sendTimeout);
    }

    /** Makes the wires of the container that a finder finds, or those for any. */
    static Wires of(Finder finder, Duration sendTimeout) {
        try {
            Container found = finder.find();
            log.debug("Frames are written by Tomcat's own non-blocking write");
            return new Wires(found, sendTimeout);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            log.debug("Frames are written by the WebSocket API, as this container has no other way: {}", e.toString());
            return standard(sendTimeout);
        }
    }

    /**
     * Makes the wire of a socket.
     *
     * @param textOnly whether the page understands no binary frames
     */
    Wire over(Session session, boolean textOnly) {
        Wire found = container.wire(session, sendTimeout);
        return found == null ? new JakartaWire(session, textOnly, sendTimeout) : found;
    }
}

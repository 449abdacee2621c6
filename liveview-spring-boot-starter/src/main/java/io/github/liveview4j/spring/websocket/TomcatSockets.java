package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.session.Wire;
import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.time.Duration;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.WsSession;
import org.apache.tomcat.websocket.server.WsRemoteEndpointImplServer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the socket under a WebSocket session of Tomcat, by two private fields that are there with the same types from 10.1 to 11.0.
 *
 * <p>Tomcat is on the class path and no module, so that reflection needs nobody's leave. A native image is told of the fields by
 * {@code LiveViewRuntimeHints}. For any thread.
 */
final class TomcatSockets implements Wires.Container {

    private final Field remote;
    private final Field socket;

    private TomcatSockets(Field remote, Field socket) {
        this.remote = remote;
        this.socket = socket;
    }

    /**
     * Looks for the fields.
     *
     * @throws ReflectiveOperationException if one is not there
     * @throws RuntimeException if one has another type or may not be read
     */
    static TomcatSockets find() throws ReflectiveOperationException {
        return find(WsSession.class, WsRemoteEndpointImplServer.class);
    }

    static TomcatSockets find(Class<?> session, Class<?> endpoint) throws ReflectiveOperationException {
        return new TomcatSockets(
                field(session, "wsRemoteEndpoint", endpoint),
                field(endpoint, "socketWrapper", SocketWrapperBase.class));
    }

    private static Field field(Class<?> owner, String name, Class<?> use) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        if (!field.getType().isAssignableFrom(use)) {
            throw new IllegalStateException(
                    "Expected " + owner.getName() + "." + name + " to hold a " + use.getName() + ", got " + field);
        }
        field.setAccessible(true);
        return field;
    }

    @Override
    public @Nullable Wire wire(Session session, Duration sendTimeout) {
        SocketWrapperBase<?> found = socket(session);
        // A frame that we write is not compressed; whoever has agreed to compression wants it. And without asynchronous
        // writes, which an application may turn off, Tomcat has no such method.
        return found == null
                        || !found.hasAsyncIO()
                        || !session.getNegotiatedExtensions().isEmpty()
                ? null
                : new TomcatWire(session, found, sendTimeout);
    }

    private @Nullable SocketWrapperBase<?> socket(Session session) {
        try {
            return session instanceof WsSession
                            && remote.get(session) instanceof WsRemoteEndpointImplServer endpoint
                            && socket.get(endpoint) instanceof SocketWrapperBase<?> wrapper
                    ? wrapper
                    : null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A field that was made accessible is not", e);
        }
    }
}

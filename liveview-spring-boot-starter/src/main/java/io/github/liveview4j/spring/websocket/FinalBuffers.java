package io.github.liveview4j.spring.websocket;

import jakarta.websocket.Session;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import org.apache.tomcat.websocket.WsFrameBase;
import org.apache.tomcat.websocket.WsRemoteEndpointImplBase;
import org.apache.tomcat.websocket.WsSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The buffers of a Tomcat's WebSocket that no setting reaches for one endpoint alone, 8 KB each: what is read from the socket, which
 * goes through another buffer of 8 KB first, and what frames are masked or batched in, which this endpoint never does.
 *
 * <p>Their fields are final. Up to Java 25 that holds for the language only, and they are set while the socket is opened, before
 * anything is read or written; from Java 26 on the JVM warns of it and is going to refuse it (JEP 500), so there nothing is done and
 * an open page takes 15 KB more. Loaded where Tomcat is. For the thread that opens the socket.
 */
record FinalBuffers(VarHandle frame, VarHandle remote, MethodHandle input, MethodHandle output) {

    private static final Logger log = LoggerFactory.getLogger(FinalBuffers.class);

    private static final int LAST_JAVA = 25;
    private static final int INPUT = 1024;

    /** Of Tomcat's own accord nothing is put into it but what it empties at once. */
    private static final int OUTPUT = 128;

    static final @Nullable FinalBuffers KNOWN = find();

    private static @Nullable FinalBuffers find() {
        if (Runtime.version().feature() > LAST_JAVA) {
            return null;
        }
        try {
            MethodHandles.Lookup session = MethodHandles.privateLookupIn(WsSession.class, MethodHandles.lookup());
            return new FinalBuffers(
                    session.findVarHandle(WsSession.class, "wsFrame", WsFrameBase.class),
                    session.findVarHandle(WsSession.class, "wsRemoteEndpoint", WsRemoteEndpointImplBase.class),
                    setter(WsFrameBase.class, "inputBuffer"),
                    setter(WsRemoteEndpointImplBase.class, "outputBuffer"));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            log.debug("This Tomcat keeps its buffers elsewhere: an open page takes some 15 KB more", e);
            return null;
        }
    }

    private static MethodHandle setter(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        if (field.getType() != ByteBuffer.class) {
            throw new NoSuchFieldException("Expected a ByteBuffer in " + field);
        }
        field.setAccessible(true);
        return MethodHandles.lookup().unreflectSetter(field);
    }

    /** Makes the buffers of a socket small that was just opened. */
    void replace(Session session) {
        try {
            input.invoke(
                    (WsFrameBase) frame.get(session), ByteBuffer.allocate(INPUT).limit(0));
            output.invoke((WsRemoteEndpointImplBase) remote.get(session), ByteBuffer.allocate(OUTPUT));
        } catch (Throwable e) {
            log.debug("The buffers of {} stay as they are", session.getId(), e);
        }
    }
}

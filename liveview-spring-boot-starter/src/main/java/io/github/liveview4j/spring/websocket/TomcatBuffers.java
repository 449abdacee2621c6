package io.github.liveview4j.spring.websocket;

import jakarta.websocket.Session;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import org.apache.tomcat.websocket.WsFrameBase;
import org.apache.tomcat.websocket.WsSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the buffers small in which Tomcat collects what one browser sends: 24 KB of every open page, most of it for frames that
 * have 200 bytes. A larger frame comes in parts, which are put together up to {@code liveview.frame-limit}. What it reads a socket
 * into, and what it would collect masked or batched frames in, which a server does not send, are others ({@link FinalBuffers}).
 *
 * <p>Only sockets of this endpoint are touched. Tomcat makes both buffers before it tells of the socket, and anew when a frame comes
 * whose kind was given another size since: by the standard's setters the text buffer so becomes small with the first call, and the
 * binary one never, as browsers send text. Where Tomcat has them in the fields that it has them in now, they are replaced at once.
 * Other containers take no notice of it. For the thread that opens the socket.
 */
final class TomcatBuffers {

    /** In bytes, and in characters for text. */
    static final int SIZE = 512;

    private static final String TOMCAT = "org.apache.tomcat.websocket.WsSession";

    private TomcatBuffers() {}

    /** Makes the buffers of a socket small that was just opened and of which nothing was read. */
    static void shrink(Session session) {
        if (session.getClass().getName().equals(TOMCAT)) {
            session.setMaxTextMessageBufferSize(SIZE);
            session.setMaxBinaryMessageBufferSize(SIZE);
            Fields known = Fields.KNOWN;
            if (known != null) {
                known.replace(session);
            }
            FinalBuffers others = FinalBuffers.KNOWN;
            if (others != null) {
                others.replace(session);
            }
        }
    }

    /** Loaded where Tomcat is. */
    private record Fields(VarHandle frame, VarHandle text, VarHandle binary) {

        private static final Logger log = LoggerFactory.getLogger(TomcatBuffers.class);

        static final @Nullable Fields KNOWN = find();

        private static @Nullable Fields find() {
            try {
                MethodHandles.Lookup own = MethodHandles.lookup();
                MethodHandles.Lookup session = MethodHandles.privateLookupIn(WsSession.class, own);
                MethodHandles.Lookup frame = MethodHandles.privateLookupIn(WsFrameBase.class, own);
                return new Fields(
                        session.findVarHandle(WsSession.class, "wsFrame", WsFrameBase.class),
                        frame.findVarHandle(WsFrameBase.class, "messageBufferText", CharBuffer.class),
                        frame.findVarHandle(WsFrameBase.class, "messageBufferBinary", ByteBuffer.class));
            } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
                log.debug("This Tomcat keeps its buffers elsewhere: an open page takes some 8 KB more", e);
                return null;
            }
        }

        void replace(Session session) {
            if (frame.get(session) instanceof WsFrameBase reader) {
                text.set(reader, CharBuffer.allocate(SIZE));
                binary.set(reader, ByteBuffer.allocate(SIZE));
            }
        }
    }
}

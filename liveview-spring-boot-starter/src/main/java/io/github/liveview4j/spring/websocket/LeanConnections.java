package io.github.liveview4j.spring.websocket;

import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import org.apache.tomcat.websocket.WsWebSocketContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Looks, when the server is up, whether connections are as lean as {@code liveview.lean-connections} asks for, says so where they
 * are not, and gives other WebSocket endpoints of the application their limits back: Tomcat takes the size of its buffers for
 * how long a message of theirs may be. For the start.
 */
public final class LeanConnections implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(LeanConnections.class);

    /** Tomcat's, where nobody says otherwise. */
    private static final int USUAL_LIMIT = 8 * 1024;

    private final @Nullable ServletContext context;

    /**
     * Creates a check.
     *
     * @param context the application's servlet context, or {@code null} where there is none, as in a test without one
     */
    public LeanConnections(@Nullable ServletContext context) {
        this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Object container = context == null ? null : context.getAttribute(ServerContainer.class.getName());
        if (container == null) {
            return;
        }
        if (container.getClass().getName().startsWith("org.apache.tomcat.websocket.")) {
            OfTomcat.check((ServerContainer) container);
        } else {
            log.warn(
                    "liveview.lean-connections does nothing here: expected Tomcat, got {}",
                    container.getClass().getName());
        }
    }

    /** Loaded where Tomcat is. */
    private static final class OfTomcat {

        static void check(ServerContainer container) {
            int size = new WsWebSocketContainer().getDefaultMaxTextMessageBufferSize();
            if (size > LeanTomcat.SIZE) {
                log.warn(
                        "Connections take more memory than liveview.lean-connections promises: expected WebSocket buffers of {} "
                                + "bytes, got {}, as Tomcat's WebSocket classes were loaded before the server was made, or the "
                                + "server is not the embedded one. Start the JVM with -D{}={}",
                        LeanTomcat.SIZE,
                        size,
                        LeanTomcat.BUFFER_SIZE,
                        LeanTomcat.SIZE);
            } else if (container.getDefaultMaxTextMessageBufferSize() == size
                    && container.getDefaultMaxBinaryMessageBufferSize() == size) {
                container.setDefaultMaxTextMessageBufferSize(USUAL_LIMIT);
                container.setDefaultMaxBinaryMessageBufferSize(USUAL_LIMIT);
            }
        }
    }
}

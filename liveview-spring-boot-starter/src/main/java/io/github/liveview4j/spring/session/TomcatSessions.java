package io.github.liveview4j.spring.session;

import io.github.liveview4j.spring.request.HandshakeSnapshot;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;

/**
 * Keeps sessions of the embedded Tomcat alive, by its own word for a request that begins and ends.
 *
 * <p>For any thread.
 */
public final class TomcatSessions implements SessionKeeper {

    private static final Logger log = LoggerFactory.getLogger(TomcatSessions.class);

    private final Supplier<@Nullable WebServer> server;

    /**
     * Creates a keeper.
     *
     * @param server the application's web server, or {@code null} where there is none, as in a test without one
     */
    public TomcatSessions(Supplier<@Nullable WebServer> server) {
        this.server = server;
    }

    @Override
    public boolean touch(HandshakeSnapshot handshake) {
        String id = handshake.sessionId();
        if (id == null || !(server.get() instanceof TomcatWebServer tomcat)) {
            return false;
        }
        for (Container container : tomcat.getTomcat().getHost().findChildren()) {
            Manager manager = container instanceof Context context ? context.getManager() : null;
            if (manager != null && touched(manager, id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean touched(Manager manager, String id) {
        try {
            Session session = manager.findSession(id);
            if (session == null || !session.isValid()) {
                return false;
            }
            session.access();
            session.endAccess();
            return true;
        } catch (IOException e) {
            log.debug("A session could not be found", e);
            return false;
        }
    }
}

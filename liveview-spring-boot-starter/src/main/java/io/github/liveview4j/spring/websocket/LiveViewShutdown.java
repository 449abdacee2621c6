package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.LiveViewSessions;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Starts what watches the sessions, and tells the browsers to come back when the application stops.
 *
 * <p>Before the web server stops, and without it a browser would see the connection break (1006) instead of a restart (1012).
 */
public final class LiveViewShutdown implements SmartLifecycle {

    /** A browser that does not read takes 50 ms to close on Tomcat; some hundreds of them fit. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LiveViewSessions sessions;
    private final LiveViewDispatcher dispatcher;
    private volatile boolean running;

    /**
     * Creates it.
     *
     * @param sessions what is started and stopped
     * @param dispatcher looks after the pages meanwhile
     */
    public LiveViewShutdown(LiveViewSessions sessions, LiveViewDispatcher dispatcher) {
        this.sessions = sessions;
        this.dispatcher = dispatcher;
    }

    @Override
    public void start() {
        sessions.start();
        dispatcher.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        dispatcher.stop();
        sessions.closeAll(CloseReason.RESTART, PATIENCE);
        sessions.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

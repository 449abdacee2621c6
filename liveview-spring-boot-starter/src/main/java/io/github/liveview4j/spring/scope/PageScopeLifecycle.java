package io.github.liveview4j.spring.scope;

import org.springframework.context.SmartLifecycle;

/**
 * Destroys the beans of all pages when the application stops: after the sockets are closed and the web server has stopped, and
 * before the beans that they use are destroyed.
 */
public final class PageScopeLifecycle implements SmartLifecycle {

    /** After that of the web server, 2048 below the default. */
    private static final int PHASE = DEFAULT_PHASE - 3072;

    private final PageScope scope;
    private volatile boolean running;

    /** Creates it. */
    public PageScopeLifecycle(PageScope scope) {
        this.scope = scope;
    }

    @Override
    public void start() {
        scope.restart();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scope.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

package io.github.liveview4j.spring.session;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.spring.request.SnapshotHandshake;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets every call count as a request of its HTTP session, where the application wants that.
 *
 * <p>For any thread.
 */
public final class CallsKeepSession implements LiveViewMiddleware {

    private static final Logger log = LoggerFactory.getLogger(CallsKeepSession.class);

    private final List<SessionKeeper> keepers;
    private final AtomicBoolean isTold = new AtomicBoolean();

    /**
     * Creates it.
     *
     * @param keepers know sessions; the first that knows one keeps it
     */
    public CallsKeepSession(List<SessionKeeper> keepers) {
        this.keepers = List.copyOf(keepers);
    }

    @Override
    public void handle(LiveViewConsumer consumer, LiveViewContent content, Chain chain) {
        if (consumer.handshake() instanceof SnapshotHandshake known
                && known.snapshot().sessionId() != null
                && keepers.stream().noneMatch(keeper -> keeper.touch(known.snapshot()))
                && isTold.compareAndSet(false, true)) {
            log.warn(
                    "A call could not keep its HTTP session alive (liveview.calls-keep-session): expected a session of the "
                            + "embedded Tomcat or of Spring Session, got neither, or one that has just ended");
        }
        chain.proceed();
    }
}

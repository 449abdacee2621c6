package io.github.liveview4j.dispatch;

import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.protocol.Excerpt;
import io.github.liveview4j.session.LiveViewSession;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log why calls are not run.
 *
 * <p>Anybody can cause refusals, as often as they like. But where a setting or the page's html may be the reason, whoever runs the
 * application looks for it here: of those, one of each code is a warning in a minute, all others are for debugging. For any thread.
 */
final class RefusalLog {

    private static final Logger log = LoggerFactory.getLogger(LiveViewDispatcher.class);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Set<String> MAY_BE_A_SETTING = Set.of(ErrorCode.UNTRUSTED, ErrorCode.TOO_MANY);

    private final LongSupplier nanoTime;
    /** When each code was last a warning. */
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    RefusalLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes note of a call that is not run, and returns the reference by which its page's error is found. */
    String add(RefusedCallException refusal, String function, LiveViewSession session) {
        String ref = Reference.next();
        String name = Excerpt.of(function);
        String reason = refusal.getMessage();
        if (refusal.getCause() != null) {
            log.error("[{}] A call of '{}' by {} was not run: {}", ref, name, session, reason, refusal.getCause());
        } else if (isDue(refusal.code())) {
            log.warn(
                    "[{}] A call of '{}' by {} was not run: {}. Further ones are not told of for a minute",
                    ref,
                    name,
                    session,
                    reason);
        } else {
            log.debug("[{}] A call of '{}' by {} was not run: {}", ref, name, session, reason);
        }
        return ref;
    }

    private boolean isDue(String code) {
        if (!MAY_BE_A_SETTING.contains(code)) {
            return false;
        }
        long now = nanoTime.getAsLong();
        Long last = told.get(code);
        if (last == null) {
            return told.putIfAbsent(code, now) == null;
        }
        return now - last >= MINUTE && told.replace(code, last, now);
    }
}

package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a page whose handlers have returned and whose answers are still to come.
 *
 * <p>Bounded, as a page may go on calling meanwhile. For any thread.
 */
final class CallsUnderWay {

    static final int MOST = 64;

    private @Nullable List<Call> calls;

    /** Refuses one more call where the page has as many as it may have. */
    synchronized void checkHasRoom() {
        if (calls != null && calls.size() >= MOST) {
            throw new LiveViewException(
                    "Expected a page to have at most " + MOST + " calls whose answers are still to come "
                            + "(a CompletionStage or a Publisher that has not ended), got one more");
        }
    }

    synchronized boolean isEmpty() {
        return calls == null;
    }

    synchronized void add(Call call) {
        if (calls == null) {
            calls = new ArrayList<>(2);
        }
        calls.add(call);
    }

    synchronized void remove(Call call) {
        if (calls != null && calls.remove(call) && calls.isEmpty()) {
            calls = null;
        }
    }

    synchronized @Nullable Call find(long id) {
        if (calls != null) {
            for (Call call : calls) {
                if (call.id() == id) {
                    return call;
                }
            }
        }
        return null;
    }

    /** Lets go of them all, for a page that has gone. */
    void cancel() {
        List<Call> all;
        synchronized (this) {
            all = calls == null ? List.of() : List.copyOf(calls);
        }
        all.forEach(Call::cancel);
    }
}

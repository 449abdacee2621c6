package io.github.liveview4j.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a page: those that wait for an answer, for a connection, or for another one like them to end; and which of their
 * updates have been applied. The client's {@code sent_calls.js}, {@code call_queue.js} and {@code refreshes.js}.
 *
 * <p>Guarded by the lock of its page.
 */
final class PageCalls {

    private final Map<Long, PageCall> unanswered = new LinkedHashMap<>();
    private final List<PageCall> waiting = new ArrayList<>();
    private final List<PageCall> refreshes = new ArrayList<>();
    private final List<PageCall> again = new ArrayList<>();
    private final Set<String> applied = new HashSet<>();
    private long lastId;

    /** Every reply up to this id has arrived, or is no longer awaited. */
    long done() {
        return unanswered.keySet().stream().findFirst().orElse(lastId + 1) - 1;
    }

    /** Takes a call that is made now, and returns its frame. */
    Map<String, Object> add(PageCall call, String lang) {
        unanswered.put(++lastId, call);
        return frame(lastId, call, lang);
    }

    /** Keeps a call until there is a connection. */
    void keep(PageCall call) {
        waiting.add(call);
    }

    /** Returns those that wait for a connection, which is there. */
    List<PageCall> takeWaiting() {
        List<PageCall> calls = List.copyOf(waiting);
        waiting.clear();
        return calls;
    }

    /** Returns the frames of what is unanswered, to be sent again. */
    List<Map<String, Object>> frames(String lang) {
        return unanswered.entrySet().stream()
                .map(call -> frame(call.getKey(), call.getValue(), lang))
                .toList();
    }

    /** Returns the call that a reply ends, or {@code null} where it was repeated. */
    @Nullable
    PageCall settle(long id) {
        return unanswered.remove(id);
    }

    /** Returns the call of an id, or {@code null} where it waits for no answer. */
    @Nullable
    PageCall get(@Nullable Object id) {
        return id instanceof Number number ? unanswered.get(number.longValue()) : null;
    }

    /** Returns those of which nobody knows what became, and forgets them. */
    List<PageCall> abandon() {
        List<PageCall> calls = List.copyOf(unanswered.values());
        unanswered.clear();
        return calls;
    }

    /** Returns whether the n-th update of a call is new; if so it counts as applied. */
    boolean accepts(@Nullable Object call, @Nullable Object n) {
        return n == null || applied.add(call + " " + n);
    }

    /** Returns whether a call that the server asks for is to be made now; else it is made when the one like it has ended. */
    boolean isRefreshDue(PageCall call) {
        if (refreshes.stream().anyMatch(call::isLike)) {
            if (again.stream().noneMatch(call::isLike)) {
                again.add(call);
            }
            return false;
        }
        refreshes.add(call);
        return true;
    }

    /** Takes note that a call has ended, and returns the one that has waited for it, if any. */
    @Nullable
    PageCall ended(PageCall call) {
        if (!refreshes.removeIf(one -> one == call)) {
            return null;
        }
        PageCall next = again.stream().filter(call::isLike).findFirst().orElse(null);
        again.remove(next);
        return next;
    }

    private Map<String, Object> frame(long id, PageCall call, String lang) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", "call");
        frame.put("id", id);
        frame.put("function", call.function());
        frame.put("data", call.data());
        frame.put(
                "form",
                call.form().stream()
                        .map(field -> List.of(field.getKey(), field.getValue()))
                        .toList());
        if (!lang.isEmpty()) {
            frame.put("lang", lang);
        }
        frame.put("done", done());
        if (!call.untouched().isEmpty()) {
            frame.put("untouched", call.untouched());
        }
        return frame;
    }
}

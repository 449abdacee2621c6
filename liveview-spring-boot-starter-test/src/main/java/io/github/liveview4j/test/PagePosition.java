package io.github.liveview4j.test;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far the page has what is broadcast, and the rooms that it can prove to be in: the client's {@code position.js}, whose rules
 * are those of {@code docs/protocol.md}.
 *
 * <p>Guarded by the lock of its page.
 */
final class PagePosition {

    enum Verdict {
        APPLY,
        DROP,
        ASK
    }

    enum Remedy {
        NONE,
        FETCH,
        RECONNECT,
        STALE
    }

    private static final Pattern POSITION = Pattern.compile("([\\w-]+):(\\d+)");

    private @Nullable String epoch;
    private long seq;
    /** Up to here nothing is missing in any room. */
    private long base;

    private @Nullable String token;
    private @Nullable Object node;
    private int unanswered;
    private int doubts;
    private boolean broken;
    private boolean frozen;
    private final Map<@Nullable Object, Long> last = new HashMap<>();
    private final Map<String, Object> receipts = new LinkedHashMap<>();

    PagePosition(@Nullable String position, @Nullable String token) {
        this.token = token;
        adopt(position);
    }

    boolean isAsking() {
        return unanswered > 0;
    }

    Map<String, Object> hello(boolean isFirst) {
        unanswered = isFirst ? 1 : unanswered + 1;
        Map<String, Object> fields = new LinkedHashMap<>();
        if (epoch != null) {
            fields.put("epoch", epoch);
            fields.put("seq", seq);
        }
        if (token != null) {
            fields.put("token", token);
        }
        if (node != null) {
            fields.put("node", node);
        }
        if (!receipts.isEmpty()) {
            fields.put("rooms", Map.copyOf(receipts));
        }
        return fields;
    }

    Remedy welcome(Map<?, ?> message) {
        boolean isBehind = broken || Boolean.TRUE.equals(message.get("resync"));
        broken = false;
        node = message.get("node");
        unanswered = Math.max(0, unanswered - 1);
        if (unanswered > 0 || frozen) {
            return Remedy.NONE;
        }
        adopt(message);
        if (!isBehind || doubts > 4) {
            doubts = 0;
            return Remedy.NONE;
        }
        if (doubts < 4 && doubts % 2 == 0) {
            return Remedy.FETCH;
        }
        if (++doubts < 5) {
            return Remedy.RECONNECT;
        }
        token = null;
        return Remedy.STALE;
    }

    Verdict judge(Map<?, ?> update, boolean isRecovery) {
        // What is dropped here is recovered by the answer to the last hello.
        if (frozen || unanswered > (isRecovery ? 1 : 0)) {
            return Verdict.DROP;
        }
        if (epoch == null) {
            return Verdict.APPLY;
        }
        if (!epoch.equals(update.get("epoch"))) {
            broken = isRecovery;
            return Verdict.ASK;
        }
        long seen = Math.max(last.getOrDefault(update.get("room"), 0L), base);
        long next = number(update, "seq");
        if (next <= seen) {
            return Verdict.DROP;
        }
        if (!isRecovery && number(update, "first") > seen + 1) {
            seq = base;
            return Verdict.ASK;
        }
        seq = Math.max(seq, next);
        last.put(update.get("room"), next);
        return Verdict.APPLY;
    }

    /** Everything up to the position of a message was sent before it. */
    void reach(Map<?, ?> message) {
        if (frozen || unanswered > 0 || !Objects.equals(message.get("epoch"), epoch)) {
            return;
        }
        base = Math.max(base, number(message, "seq"));
        seq = Math.max(seq, base);
    }

    void joined(Map<?, ?> message) {
        Object receipt = message.get("receipt");
        if (receipt != null) {
            receipts.put(String.valueOf(message.get("room")), receipt);
        }
        if (Objects.equals(message.get("epoch"), epoch)) {
            last.put(message.get("room"), number(message, "seq"));
        }
    }

    void left(Map<?, ?> message) {
        receipts.remove(String.valueOf(message.get("room")));
    }

    /** Nothing moves while the page is fetched, whose html may be older than what arrives meanwhile. */
    void freeze() {
        frozen = true;
    }

    /** The page was fetched. */
    void thaw(@Nullable String position, @Nullable String newToken) {
        frozen = false;
        doubts = (doubts % 4) | 1;
        token = newToken;
        adopt(position);
    }

    void adopt(Map<?, ?> message) {
        if (!frozen && message.get("epoch") instanceof String next && message.get("seq") instanceof Number number) {
            adopt(next, number.longValue());
        }
    }

    private void adopt(@Nullable String position) {
        Matcher matcher = POSITION.matcher(position == null ? "" : position);
        if (matcher.matches()) {
            adopt(matcher.group(1), Long.parseLong(matcher.group(2)));
        }
    }

    private void adopt(String next, long number) {
        epoch = next;
        seq = number;
        base = number;
        last.clear();
    }

    private static long number(Map<?, ?> message, String field) {
        return message.get(field) instanceof Number number ? number.longValue() : 0;
    }
}

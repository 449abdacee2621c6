package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.history.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page shows of itself when it says hello: who it is, what it may see, and where it stands. For one thread. */
final class PageIdentity {

    private final String page;
    private final Map<String, String> receipts = new LinkedHashMap<>();
    private @Nullable String token;

    PageIdentity(String page) {
        this.page = page;
    }

    /** The page was loaded, or has fetched itself; without a token it keeps the last one. */
    void loaded(@Nullable String newToken) {
        token = newToken == null ? token : newToken;
    }

    void joined(String room, String receipt) {
        receipts.put(room, receipt);
    }

    void left(String room) {
        receipts.remove(room);
    }

    Map<String, Object> hello(@Nullable Position position, long done) {
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("type", "hello");
        hello.put("page", page);
        hello.put("lang", "en");
        hello.put("done", done);
        if (position != null) {
            hello.put("epoch", position.epoch());
            hello.put("seq", position.seq());
        }
        if (token != null) {
            hello.put("token", token);
        }
        if (!receipts.isEmpty()) {
            hello.put("rooms", receipts);
        }
        return hello;
    }
}

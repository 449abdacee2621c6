package io.github.liveview4j.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the frames of the server bring about: the client's {@code inbound.js}.
 *
 * <p>Guarded by the lock of its page.
 */
final class PageInbound {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LivePage page;
    private final PagePosition position;
    private final PageCalls calls;
    private final PageUpdates updates;
    private final PageReport report;
    private final CallFailures causes;

    PageInbound(
            LivePage page,
            PagePosition position,
            PageCalls calls,
            PageUpdates updates,
            PageReport report,
            CallFailures causes) {
        this.page = page;
        this.position = position;
        this.calls = calls;
        this.updates = updates;
        this.report = report;
        this.causes = causes;
    }

    void receive(String frame) {
        Object read = JSON.readValue(frame, Object.class);
        List<Map<?, ?>> messages = (read instanceof List<?> list ? list : List.of(read))
                .stream().<Map<?, ?>>map(message -> (Map<?, ?>) message).toList();
        int welcome = -1;
        for (int i = 0; i < messages.size() && welcome < 0; i++) {
            welcome = "welcome".equals(messages.get(i).get("type")) ? i : -1;
        }
        for (int i = 0; i < messages.size(); i++) {
            take(messages.get(i), i < welcome);
        }
    }

    private void take(Map<?, ?> message, boolean isRecovery) {
        switch (String.valueOf(message.get("type"))) {
            case "welcome" -> welcome(message);
            case "reply" -> reply(message);
            case "update" -> update(message, isRecovery);
            case "joined" -> position.joined(message);
            case "left" -> position.left(message);
            case "resync" -> {
                position.adopt(message);
                page.errands().fetch();
            }
            case "error" -> report.failed(failure(message, null));
            case "ping" -> {
                page.outbound().post(Map.of("type", "pong"));
                position.reach(message);
            }
            case "pong" -> page.ponged();
            default -> {
                // A page passes over what it does not know.
            }
        }
    }

    private void welcome(Map<?, ?> message) {
        PagePosition.Remedy remedy = position.welcome(message);
        boolean isUnknown = false;
        if (!page.isConnected()) {
            if (Boolean.TRUE.equals(message.get("resumed"))) {
                calls.frames(page.language()).forEach(page.outbound()::post);
            } else {
                for (PageCall call : calls.abandon()) {
                    isUnknown = true;
                    fail(call, new PageFailure("unknown", null, call.function(), null, null));
                }
            }
            page.connected();
            calls.takeWaiting().forEach(page.outbound()::send);
        }
        if (isUnknown || remedy == PagePosition.Remedy.FETCH) {
            page.errands().fetch();
        } else if (remedy == PagePosition.Remedy.RECONNECT) {
            page.errands().comeBack();
        } else if (remedy == PagePosition.Remedy.STALE) {
            report.failed(new PageFailure("stale", null, null, null, null));
            page.outbound().hello(false);
        }
    }

    private void reply(Map<?, ?> message) {
        PageCall call = calls.settle(message.get("id") instanceof Number number ? number.longValue() : 0);
        if (call == null) {
            return;
        }
        if (message.get("error") instanceof Map<?, ?> error) {
            PageFailure failure = failure(error, call.function());
            fail(call, failure);
            if (failure.code().equals("unknown")) {
                page.errands().fetch();
            }
        } else {
            page.document().claims().answer(call);
            updates.apply(list(message), call);
            page.outbound().ended(call, null);
        }
    }

    private void update(Map<?, ?> message, boolean isRecovery) {
        if (!(message.get("seq") instanceof Number)) {
            if (calls.accepts(message.get("call"), message.get("n"))) {
                PageCall call = calls.get(message.get("call"));
                if (call != null) {
                    page.document().claims().answer(call);
                }
                updates.apply(list(message), call);
            }
            return;
        }
        PagePosition.Verdict verdict = position.judge(message, isRecovery);
        if (verdict == PagePosition.Verdict.APPLY) {
            updates.apply(list(message), null);
        } else if (verdict == PagePosition.Verdict.ASK && !isRecovery) {
            page.outbound().hello(false);
        }
    }

    private static List<?> list(Map<?, ?> message) {
        return message.get("updates") instanceof List<?> list ? list : List.of();
    }

    private PageFailure failure(Map<?, ?> error, @Nullable String function) {
        Object ref = error.get("ref");
        return new PageFailure(
                String.valueOf(error.get("code")),
                null,
                function,
                ref == null ? null : String.valueOf(ref),
                causes.take(page.id(), function).orElse(null));
    }

    private void fail(PageCall call, PageFailure failure) {
        report.failed(failure);
        page.outbound().ended(call, failure);
    }
}

package io.github.liveview4j.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page sends. It is put in line here, and goes out when the socket is drained.
 *
 * <p>Guarded by the lock of its page.
 */
final class PageOutbound {

    private final LivePage page;
    private final PagePosition position;
    private final PageCalls calls;

    PageOutbound(LivePage page, PagePosition position, PageCalls calls) {
        this.page = page;
        this.position = position;
        this.calls = calls;
    }

    /** Makes a call of an element. */
    PageCall call(
            Element element,
            String function,
            Map<String, ?> data,
            List<Map.Entry<String, String>> form,
            boolean isFinal) {
        PageCall call =
                new PageCall(function, data, form, page.document().touched().untouched(element));
        page.document().claims().carry(call, element, isFinal);
        send(call);
        return call;
    }

    /** Makes a call that the server asks for, unless one like it is under way. */
    void refresh(String function, Map<String, ?> data) {
        PageCall call = new PageCall(function, data, List.of(), List.of());
        if (calls.isRefreshDue(call)) {
            send(call);
        }
    }

    void send(PageCall call) {
        PageSocket current = page.socket();
        if (current == null || !page.isConnected()) {
            calls.keep(call);
            return;
        }
        Map<String, Object> frame = calls.add(call, page.language());
        int size = PageSocket.encoded(frame).length;
        if (size > page.settings().frameLimit()) {
            throw new AssertionError("The call of \"" + call.function() + "\" has " + size + " bytes, past the "
                    + page.settings().frameLimit() + " of liveview.frame-limit: the server would close the connection");
        }
        current.post(frame);
    }

    void post(Map<String, ?> frame) {
        PageSocket current = page.socket();
        if (current != null) {
            current.post(frame);
        }
    }

    boolean hello(boolean isFirst) {
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("type", "hello");
        hello.put("page", page.id());
        if (!page.language().isEmpty()) {
            hello.put("lang", page.language());
        }
        hello.put("done", calls.done());
        hello.putAll(position.hello(isFirst));
        post(hello);
        return true;
    }

    void ended(PageCall call, @Nullable PageFailure failure) {
        page.document().claims().end(call);
        call.end(failure);
        PageCall next = calls.ended(call);
        if (next != null) {
            refresh(next.function(), next.data());
        }
    }
}

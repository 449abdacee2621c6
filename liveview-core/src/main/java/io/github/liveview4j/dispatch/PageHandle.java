package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page for whoever keeps something for it longer than a call.
 *
 * <p>Equal to any other handle of the same load of the page, and to none of another load, whatever id that claims to have.
 * Immutable, for any thread.
 */
public final class PageHandle {

    private static final LiveViewContent NO_CALL = LiveViewContent.of("a task");

    private final PageConsumer consumer;

    private PageHandle(PageConsumer consumer) {
        this.consumer = consumer;
    }

    /**
     * Returns the handle of a page.
     *
     * @param consumer the page, as a call or a render has it
     * @throws LiveViewException if it is none of this dispatcher, as one made by hand
     */
    public static PageHandle of(LiveViewConsumer consumer) {
        if (consumer instanceof PageConsumer known) {
            return new PageHandle(known.ofNoCall());
        }
        throw new LiveViewException("Expected the consumer of a page that has connected, got one of "
                + consumer.getClass().getName());
    }

    /**
     * Returns the page, to be kept and sent to at any time.
     *
     * <p>What is sent on the thread of one of the page's calls belongs to that call; anything else is a push.
     */
    public LiveViewConsumer consumer() {
        return consumer;
    }

    /** Returns whether the page has a connection now. */
    public boolean isConnected() {
        return consumer.page().session().isOpen();
    }

    /**
     * Tells the page to fetch itself, because it shows what this server no longer knows.
     *
     * <p>A page without a connection is told when it comes back. What is sent to it afterwards is applied to what it fetched. A
     * page of the first dialect cannot be told.
     */
    public void fetchItself() {
        consumer.rooms().fetchItself(consumer.page());
    }

    /** Returns the attributes of the page's connection; none for a consumer that is made by hand. */
    static Map<String, Object> connectionOf(LiveViewConsumer page) {
        return page instanceof PageConsumer known ? known.page().session().attributes() : Map.of();
    }

    /** Returns what the call sent that the consumer is of, or something with no more than a name. */
    static LiveViewContent contentOf(LiveViewConsumer page) {
        LiveViewContent content = page instanceof PageConsumer known ? known.content() : null;
        return content == null ? NO_CALL : content;
    }

    /** Tells the page what became of something that belongs to no call any more. */
    static void tell(LiveViewConsumer page, ErrorResolution.Outcome outcome) {
        if (!outcome.messages().isEmpty()) {
            page.send(outcome.messages().toArray(new LiveViewMessage[0]));
        }
        String code = outcome.code();
        if (code != null && page instanceof PageConsumer known) {
            known.fail(new Problem(code, outcome.ref(), null));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageHandle handle && handle.consumer.equals(consumer);
    }

    @Override
    public int hashCode() {
        return consumer.hashCode();
    }

    @Override
    public String toString() {
        return consumer.toString();
    }
}

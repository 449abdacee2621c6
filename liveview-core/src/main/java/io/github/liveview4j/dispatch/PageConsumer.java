package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.render.RenderContext;
import io.github.liveview4j.session.LiveViewSession;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A page as a handler sees it: what it sends while a call runs is marked as the call's.
 *
 * <p>That of one call, or that of no call in particular, for which only what the thread of a call sends is the call's. For any
 * thread.
 */
final class PageConsumer implements LiveViewConsumer {

    private final Page page;
    private final @Nullable Call own;
    private final PageRooms rooms;
    private final MessageRenderer renderer;
    private final MessageCodec codec;
    private final LiveViewBroadcaster broadcaster;

    PageConsumer(
            Page page,
            @Nullable Call own,
            PageRooms rooms,
            MessageRenderer renderer,
            MessageCodec codec,
            LiveViewBroadcaster broadcaster) {
        this.page = page;
        this.own = own;
        this.rooms = rooms;
        this.renderer = renderer;
        this.codec = codec;
        this.broadcaster = broadcaster;
    }

    /** Returns the same page for whoever keeps it longer than a call. */
    PageConsumer ofNoCall() {
        return own == null ? this : new PageConsumer(page, null, rooms, renderer, codec, broadcaster);
    }

    Page page() {
        return page;
    }

    PageRooms rooms() {
        return rooms;
    }

    /** Returns what the page sent with the call, or {@code null} where there is none. */
    @Nullable
    LiveViewContent content() {
        Call call = call();
        return call == null ? null : call.content();
    }

    /** Tells the page of an error that belongs to no call. */
    void fail(ServerEvent.Problem problem) {
        page.push(codec.encode(page.dialect(), new ServerEvent.Failure(problem)));
    }

    private @Nullable Call call() {
        return own == null ? page.current() : own;
    }

    @Override
    public String id() {
        return page.id();
    }

    @Override
    public String room() {
        return page.session().room();
    }

    @Override
    public Optional<Principal> user() {
        return page.user();
    }

    @Override
    public LiveViewHandshake handshake() {
        Call call = call();
        LiveViewSession session = call == null ? page.session() : call.session();
        return session.attributes().get(LiveViewDispatcher.HANDSHAKE) instanceof LiveViewHandshake handshake
                ? handshake
                : LiveViewConsumer.super.handshake();
    }

    @Override
    public Locale locale() {
        Call call = call();
        return call == null ? page.language() : call.locale();
    }

    @Override
    public Map<String, Object> attributes() {
        return page.attributes();
    }

    @Override
    public boolean isGone() {
        return page.end().isGone();
    }

    @Override
    public Runnable onGone(Runnable action) {
        return page.end().onGone(action);
    }

    @Override
    public void send(LiveViewMessage... messages) {
        if (messages.length == 0) {
            return;
        }
        List<LiveViewMessage> rendered = renderer.render(List.of(messages), context(page.session()));
        Call call = call();
        if (call == null
                || call.id() == 0
                || !page.update(
                        call, n -> codec.encode(page.dialect(), new ServerEvent.Update(rendered, call.id(), n)))) {
            page.push(codec.encode(page.dialect(), ServerEvent.Update.push(rendered)));
        }
    }

    @Override
    public CompletionStage<LiveViewBroadcaster.Outcome> broadcast(LiveViewMessage... messages) {
        return broadcaster.to(LiveViewBroadcaster.everyone()).in(locale()).send(messages);
    }

    @Override
    public void join(String room) {
        rooms.join(page, room);
    }

    @Override
    public void leave(String room) {
        rooms.leave(page, room);
    }

    /** Returns for whom the messages of this call are rendered, which go out over a connection of the page. */
    RenderContext context(LiveViewSession session) {
        Call call = call();
        return new RenderContext(locale(), session.attributes(), call == null ? Map.of() : call.model(), this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageConsumer consumer && consumer.page == page;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(page);
    }

    /** Names the beginning of the id, enough to find it again: whoever knows a whole id or a room may use it. */
    @Override
    public String toString() {
        return "page " + id().substring(0, Math.min(8, id().length()));
    }
}

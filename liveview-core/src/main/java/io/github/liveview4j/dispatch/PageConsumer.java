package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
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

/** A page as a handler sees it in one call: what it sends while the call runs is marked as the call's. For any thread. */
final class PageConsumer implements LiveViewConsumer {

    private final Page page;
    private final Call call;
    private final PageRooms rooms;
    private final MessageRenderer renderer;
    private final MessageCodec codec;
    private final LiveViewBroadcaster broadcaster;

    PageConsumer(
            Page page,
            Call call,
            PageRooms rooms,
            MessageRenderer renderer,
            MessageCodec codec,
            LiveViewBroadcaster broadcaster) {
        this.page = page;
        this.call = call;
        this.rooms = rooms;
        this.renderer = renderer;
        this.codec = codec;
        this.broadcaster = broadcaster;
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
        return call.session().attributes().get(LiveViewDispatcher.HANDSHAKE) instanceof LiveViewHandshake handshake
                ? handshake
                : LiveViewConsumer.super.handshake();
    }

    @Override
    public Locale locale() {
        return call.locale();
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
    public void onGone(Runnable action) {
        page.end().onGone(action);
    }

    @Override
    public void send(LiveViewMessage... messages) {
        if (messages.length == 0) {
            return;
        }
        List<LiveViewMessage> rendered = renderer.render(List.of(messages), context(page.session()));
        boolean ofCall = call.isRunning() && call.id() > 0;
        if (ofCall) {
            ServerEvent update = new ServerEvent.Update(rendered, call.id(), call.nextUpdate());
            page.update(call, codec.encode(page.dialect(), update));
        } else {
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
        return new RenderContext(locale(), session.attributes(), call.model(), this);
    }

    /** Names the beginning of the id, enough to find it again: whoever knows a whole id or a room may use it. */
    @Override
    public String toString() {
        return "page " + id().substring(0, Math.min(8, id().length()));
    }
}

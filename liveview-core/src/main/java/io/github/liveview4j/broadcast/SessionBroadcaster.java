package io.github.liveview4j.broadcast;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.session.Frame;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders and encodes a broadcast once and hands it to the transport.
 *
 * <p>For any thread.
 */
public final class SessionBroadcaster implements LiveViewBroadcaster {

    private final MessageRenderer renderer;
    private final MessageCodec codec;
    private final BroadcastTransport transport;

    /**
     * Creates a broadcaster.
     *
     * @param renderer renders messages that carry a template
     * @param codec writes frames
     * @param transport brings them to every node
     */
    public SessionBroadcaster(MessageRenderer renderer, MessageCodec codec, BroadcastTransport transport) {
        this.renderer = renderer;
        this.codec = codec;
        this.transport = transport;
    }

    @Override
    public Sender to(Audience audience) {
        return new Post(audience, Locale.getDefault());
    }

    private final class Post implements Sender {

        private final Audience audience;
        private final Locale locale;

        Post(Audience audience, Locale locale) {
            this.audience = audience;
            this.locale = locale;
        }

        @Override
        public Sender in(Locale other) {
            return new Post(audience, other);
        }

        @Override
        public void send(LiveViewMessage... messages) {
            if (messages.length == 0) {
                return;
            }
            ServerEvent update = ServerEvent.Update.push(renderer.render(List.of(messages), locale, Map.of()));
            Frame frame = Frame.shared(codec.encode(Dialect.V2, update).get(0));
            transport.publish(new Broadcast(
                    audience,
                    new Parcel(
                            frame,
                            () -> codec.encode(Dialect.V1, update).stream()
                                    .map(Frame::shared)
                                    .toList())));
        }
    }
}

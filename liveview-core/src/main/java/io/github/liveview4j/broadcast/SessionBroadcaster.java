package io.github.liveview4j.broadcast;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMessage.Swap;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.render.RenderContext;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.RoomName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Renders and encodes a broadcast once and hands it to the transport.
 *
 * <p>For any thread.
 */
public final class SessionBroadcaster implements LiveViewBroadcaster {

    /** What finds the same element however the page changes meanwhile; {@code li:empty} finds another one each time. */
    private static final Pattern ID = Pattern.compile("#[\\w-]+");

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

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if no room may have the name: it might otherwise be that of a user or a page
     */
    @Override
    public Sender to(Audience audience) {
        if (audience instanceof Audience.Room room) {
            RoomName.checked(room.name());
        }
        return new Post(RoomName.of(audience), !(audience instanceof Audience.Page), null, Locale.getDefault());
    }

    private static void checkChangesNobodysAddress(List<LiveViewMessage> messages) {
        for (LiveViewMessage message : messages) {
            if (message.effects().containsKey("url")) {
                throw new IllegalArgumentException("Expected messages without url for more than one page, as it would "
                        + "change the address bar of everybody who reads; got " + message
                        + ". Send url to one page, with "
                        + "consumer.send or to(page(id)), or leave it away");
            }
        }
    }

    /** Returns what messages replace as a whole, or {@code null} if one of them adds to the page or does something else. */
    private static @Nullable String replaced(List<LiveViewMessage> messages) {
        StringBuilder targets = new StringBuilder();
        for (LiveViewMessage message : messages) {
            String target = message.target();
            boolean replaces = message.swap() == Swap.INNER && message.html() != null;
            if (!replaces
                    || !message.effects().isEmpty()
                    || target == null
                    || !ID.matcher(target).matches()) {
                return null;
            }
            targets.append(target).append('\n');
        }
        return targets.toString();
    }

    private final class Post implements Sender {

        private final String room;
        private final boolean isForMany;
        private final @Nullable String except;
        private final Locale locale;

        Post(String room, boolean isForMany, @Nullable String except, Locale locale) {
            this.room = room;
            this.isForMany = isForMany;
            this.except = except;
            this.locale = locale;
        }

        @Override
        public Sender in(Locale other) {
            return new Post(room, isForMany, except, other);
        }

        @Override
        public Sender except(LiveViewConsumer page) {
            return new Post(room, isForMany, page.id(), locale);
        }

        @Override
        public CompletionStage<Outcome> send(LiveViewMessage... messages) {
            if (messages.length == 0) {
                return CompletableFuture.completedStage(Outcome.SEQUENCED);
            }
            List<LiveViewMessage> given = List.of(messages);
            if (isForMany) {
                checkChangesNobodysAddress(given);
            }
            List<LiveViewMessage> rendered = renderer.render(given, RenderContext.ofNobody(locale));
            return transport.publish(new Broadcast(room, except, replaced(rendered), codec.encodeUpdates(rendered)));
        }

        @Override
        public CompletionStage<Outcome> refresh(String handler, Map<String, ?> data) {
            return send(LiveViewMessage.page().call(handler, data));
        }
    }
}

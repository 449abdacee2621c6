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
 * Renders and encodes a broadcast once and hands it to the transport, at once or at the moment that it was given.
 *
 * <p>For any thread.
 */
public final class SessionBroadcaster implements LiveViewBroadcaster {

    /** What finds the same element however the page changes meanwhile; {@code li:empty} finds another one each time. */
    private static final Pattern ID = Pattern.compile("#[\\w-]+");

    private final MessageRenderer renderer;
    private final MessageCodec codec;
    private final BroadcastTransport transport;
    private final PublishMoment moment;

    /**
     * Creates a broadcaster that publishes at once.
     *
     * @param renderer renders messages that carry a template
     * @param codec writes frames
     * @param transport brings them to every node
     */
    public SessionBroadcaster(MessageRenderer renderer, MessageCodec codec, BroadcastTransport transport) {
        this(renderer, codec, transport, PublishMoment.atOnce());
    }

    /**
     * Creates a broadcaster.
     *
     * @param renderer renders messages that carry a template
     * @param codec writes frames
     * @param transport brings them to every node
     * @param moment when to, unless a push says {@link LiveViewBroadcaster.Sender#atOnce atOnce}
     */
    public SessionBroadcaster(
            MessageRenderer renderer, MessageCodec codec, BroadcastTransport transport, PublishMoment moment) {
        this.renderer = renderer;
        this.codec = codec;
        this.transport = transport;
        this.moment = moment;
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
        return new Post(RoomName.of(audience), !(audience instanceof Audience.Page), null, Locale.getDefault(), moment);
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
        private final PublishMoment when;

        Post(String room, boolean isForMany, @Nullable String except, Locale locale, PublishMoment when) {
            this.room = room;
            this.isForMany = isForMany;
            this.except = except;
            this.locale = locale;
            this.when = when;
        }

        @Override
        public Sender in(Locale other) {
            return new Post(room, isForMany, except, other, when);
        }

        @Override
        public Sender except(LiveViewConsumer page) {
            return new Post(room, isForMany, page.id(), locale, when);
        }

        @Override
        public Sender atOnce() {
            return new Post(room, isForMany, except, locale, PublishMoment.atOnce());
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
            return when.publish(
                    new Broadcast(room, except, replaced(rendered), codec.encodeUpdates(rendered)), transport);
        }

        @Override
        public CompletionStage<Outcome> refresh(String handler, Map<String, ?> data) {
            return send(LiveViewMessage.page().call(handler, data));
        }

        @Override
        public CompletionStage<Outcome> disconnect() {
            return when.publish(
                    new Broadcast(RoomName.ofDisconnect(room), except, null, codec.encodeUpdates(List.of())),
                    transport);
        }
    }
}

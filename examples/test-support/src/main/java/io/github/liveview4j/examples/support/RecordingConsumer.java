package io.github.liveview4j.examples.support;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A page that exists only in a test, and keeps what is sent to it. For one thread. */
public final class RecordingConsumer implements LiveViewConsumer {

    private final List<LiveViewMessage> sent = new ArrayList<>();
    private final Set<String> rooms = new LinkedHashSet<>();
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final @Nullable Principal user;

    /** The page of somebody who has not signed in. */
    public RecordingConsumer() {
        this(null);
    }

    /**
     * A page of somebody.
     *
     * @param user who has signed in, or {@code null}
     */
    public RecordingConsumer(@Nullable Principal user) {
        this.user = user;
    }

    /** Returns what was sent so far, in order; broadcasts are among it. */
    public List<LiveViewMessage> sent() {
        return sent;
    }

    @Override
    public String id() {
        return "page";
    }

    @Override
    public String room() {
        return "room";
    }

    @Override
    public Optional<Principal> user() {
        return Optional.ofNullable(user);
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    public void send(LiveViewMessage... messages) {
        sent.addAll(List.of(messages));
    }

    @Override
    public CompletionStage<LiveViewBroadcaster.Outcome> broadcast(LiveViewMessage... messages) {
        send(messages);
        return CompletableFuture.completedStage(LiveViewBroadcaster.Outcome.SEQUENCED);
    }

    /** Returns the rooms that the page is in beside its own. */
    public Set<String> rooms() {
        return rooms;
    }

    @Override
    public void join(String room) {
        rooms.add(room);
    }

    @Override
    public void leave(String room) {
        rooms.remove(room);
    }
}

package io.github.liveview4j.test;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.room.RoomName;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A page that exists only in a test, and keeps what is sent to it: for unit tests of handlers, middlewares and the like.
 *
 * <pre>{@code
 * TestConsumer consumer = TestConsumer.create();
 * new Greetings().sayHello(consumer, LiveViewContent.of("say_hello").withForm("name", "Ana"));
 * assertThat(consumer.sent()).singleElement().satisfies(m -> assertThat(m.target()).isEqualTo("#greeting"));
 * }</pre>
 *
 * <p>Templates are not rendered: a message is kept as the handler made it. For any thread.
 */
public final class TestConsumer implements LiveViewConsumer {

    private final String id;
    private final String room;
    private final @Nullable Principal user;
    private final Locale locale;
    private final @Nullable LiveViewHandshake handshake;
    private final TestBroadcaster broadcaster = new TestBroadcaster();
    private final List<LiveViewMessage> sent = new CopyOnWriteArrayList<>();
    private final Set<String> rooms = ConcurrentHashMap.newKeySet();
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    /** What is to be done when the page has gone; the lock of what stands below, too. */
    private final List<Runnable> endings = new ArrayList<>();

    private boolean gone;

    private TestConsumer(Builder builder) {
        id = builder.id;
        room = builder.room;
        user = builder.user;
        locale = builder.locale;
        handshake = builder.handshake;
    }

    /** Makes an anonymous English page with an id and a room that nobody else has. */
    public static TestConsumer create() {
        return builder().build();
    }

    /** Starts to make a page of which more is known. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns what was sent to this page so far, in order; what was broadcast is not among it. A picture of the moment. */
    public List<LiveViewMessage> sent() {
        return List.copyOf(sent);
    }

    /** Returns what was sent to every page by {@link #broadcast} so far, in order. A picture of the moment. */
    public List<LiveViewMessage> broadcasts() {
        return broadcaster.sentTo(LiveViewBroadcaster.everyone());
    }

    /** Returns the rooms that the page is in beside its own. A picture of the moment. */
    public Set<String> rooms() {
        return Set.copyOf(rooms);
    }

    /** Forgets what was sent and broadcast so far, so that a test can look at what comes next alone. */
    public void clear() {
        sent.clear();
        broadcaster.clear();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String room() {
        return room;
    }

    @Override
    public Optional<Principal> user() {
        return Optional.ofNullable(user);
    }

    @Override
    public LiveViewHandshake handshake() {
        return handshake != null ? handshake : LiveViewConsumer.super.handshake();
    }

    @Override
    public Locale locale() {
        return locale;
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
        return broadcaster.broadcast(messages);
    }

    @Override
    public void join(String room) {
        rooms.add(RoomName.checked(room));
    }

    @Override
    public void leave(String room) {
        rooms.remove(room);
    }

    @Override
    public boolean isGone() {
        synchronized (endings) {
            return gone;
        }
    }

    @Override
    public Runnable onGone(Runnable action) {
        // A wrapper of its own, as the same action may be registered twice.
        Runnable ending = action::run;
        synchronized (endings) {
            if (!gone) {
                endings.add(ending);
                return () -> takeBack(ending);
            }
        }
        action.run();
        return () -> {};
    }

    private void takeBack(Runnable ending) {
        synchronized (endings) {
            endings.removeIf(one -> one == ending);
        }
    }

    /** Plays that the page has gone for good: runs what was to be done then, on this thread. A second call does nothing. */
    public void go() {
        List<Runnable> actions;
        synchronized (endings) {
            gone = true;
            actions = List.copyOf(endings);
            endings.clear();
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return "TestConsumer[" + id + "]";
    }

    /** Makes a {@link TestConsumer}. For one thread. */
    public static final class Builder {

        private String id = UUID.randomUUID().toString();
        private String room = UUID.randomUUID().toString();
        private @Nullable Principal user;
        private Locale locale = Locale.ENGLISH;
        private @Nullable LiveViewHandshake handshake;

        private Builder() {}

        /** Sets the id, in place of a random one. */
        public Builder id(String value) {
            id = value;
            return this;
        }

        /** Sets the page's own room, in place of a random one. */
        public Builder room(String value) {
            room = RoomName.checked(value);
            return this;
        }

        /** Signs somebody in, of whom no more is known than the name. */
        public Builder user(String name) {
            return user(() -> name);
        }

        /** Signs somebody in. */
        public Builder user(Principal value) {
            user = value;
            return this;
        }

        /** Sets the language, in place of English. */
        public Builder locale(Locale value) {
            locale = value;
            return this;
        }

        /**
         * Sets what was known when the page connected, as {@link LiveViewHandshake#builder()} makes it; its user and language
         * become the page's.
         */
        public Builder handshake(LiveViewHandshake value) {
            handshake = value;
            user = value.user().orElse(null);
            locale = value.locale();
            return this;
        }

        /** Makes the page. */
        public TestConsumer build() {
            return new TestConsumer(this);
        }
    }
}

package io.github.liveview4j.examples.support;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A page that exists only in a test, and keeps what is sent to it. For one thread. */
public final class RecordingConsumer implements LiveViewConsumer {

    private final List<LiveViewMessage> sent = new ArrayList<>();
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

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
        return Optional.empty();
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
    public void broadcast(LiveViewMessage... messages) {
        send(messages);
    }
}

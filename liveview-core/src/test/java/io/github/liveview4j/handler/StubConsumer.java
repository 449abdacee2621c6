package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewMessage;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A page that somebody or nobody is behind. */
record StubConsumer(Optional<Principal> user, Locale locale) implements LiveViewConsumer {

    @Override
    public String id() {
        return "page";
    }

    @Override
    public String room() {
        return "lobby";
    }

    @Override
    public Map<String, Object> attributes() {
        return Map.of();
    }

    @Override
    public void send(LiveViewMessage... messages) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<LiveViewBroadcaster.Outcome> broadcast(LiveViewMessage... messages) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join(String room) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void leave(String room) {
        throw new UnsupportedOperationException();
    }
}

package io.github.liveview4j.spring.request;

import io.github.liveview4j.LiveViewHandshake;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What handlers learn of a handshake, out of the snapshot that renders use; it copies nothing. For any thread. */
public final class SnapshotHandshake implements LiveViewHandshake {

    private final HandshakeSnapshot snapshot;

    /** Makes the handshake of a snapshot. */
    public SnapshotHandshake(HandshakeSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Returns what was true of the request. */
    public HandshakeSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Optional<Principal> user() {
        return Optional.ofNullable(snapshot.principal());
    }

    @Override
    public Map<String, List<String>> headers() {
        return snapshot.headers();
    }

    @Override
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        snapshot.parameters().forEach((name, values) -> parameters.put(name, List.copyOf(Arrays.asList(values))));
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public String remoteAddress() {
        return snapshot.remoteAddress();
    }

    @Override
    public Locale locale() {
        return snapshot.locale();
    }

    @Override
    public Optional<String> sessionId() {
        return ofSession(session -> {
            // Containers tell the id of a session that has ended, too; its age they do not.
            session.getCreationTime();
            return session.getId();
        });
    }

    @Override
    public Optional<Object> sessionAttribute(String name) {
        return ofSession(session -> session.getAttribute(name));
    }

    private <T> Optional<T> ofSession(Function<HttpSession, @Nullable T> question) {
        HttpSession session = snapshot.session();
        if (session == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(session));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Names nothing: headers, cookies and the room in the address are secrets. */
    @Override
    public String toString() {
        return "LiveViewHandshake";
    }
}

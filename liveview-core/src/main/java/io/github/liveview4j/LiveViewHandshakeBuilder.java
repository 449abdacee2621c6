package io.github.liveview4j;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link LiveViewHandshake} by hand, for tests of middlewares, handlers and room authorizers.
 *
 * <pre>{@code
 * LiveViewHandshake.builder().user(() -> "ana").header("X-Tenant", "acme").session("s1", Map.of("cart", cart)).build()
 * }</pre>
 *
 * <p>For one thread.
 */
public final class LiveViewHandshakeBuilder {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private @Nullable Principal user;
    private String remoteAddress = "";
    private Locale locale = Locale.getDefault();
    private @Nullable String sessionId;
    private Map<String, Object> session = Map.of();

    LiveViewHandshakeBuilder() {}

    /**
     * Signs somebody in.
     *
     * @param user who, or {@code null} for nobody
     */
    public LiveViewHandshakeBuilder user(@Nullable Principal user) {
        this.user = user;
        return this;
    }

    /**
     * Adds a header; a second one of a name does not replace the first.
     *
     * @param name the name, in any case
     * @param value the value
     */
    public LiveViewHandshakeBuilder header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        return this;
    }

    /**
     * Adds a parameter of the address; a second one of a name does not replace the first.
     *
     * @param name the name
     * @param value the value
     */
    public LiveViewHandshakeBuilder parameter(String name, String value) {
        parameters.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        return this;
    }

    /**
     * Sets where the browser connected from.
     *
     * @param address an IP address, as a rule
     */
    public LiveViewHandshakeBuilder remoteAddress(String address) {
        this.remoteAddress = address;
        return this;
    }

    /**
     * Sets the language of the request; without it, it is the JVM's.
     *
     * @param locale the language
     */
    public LiveViewHandshakeBuilder locale(Locale locale) {
        this.locale = locale;
        return this;
    }

    /**
     * Sets the HTTP session.
     *
     * @param id its id
     * @param attributes its attributes; not copied, so that a test can change them later
     */
    public LiveViewHandshakeBuilder session(String id, Map<String, Object> attributes) {
        this.sessionId = id;
        this.session = attributes;
        return this;
    }

    /** Returns the handshake; the builder may be used on, it does not change any more. */
    public LiveViewHandshake build() {
        Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> named.put(name, List.copyOf(values)));
        Map<String, List<String>> query = new LinkedHashMap<>();
        parameters.forEach((name, values) -> query.put(name, List.copyOf(values)));
        return new Made(
                Optional.ofNullable(user),
                Collections.unmodifiableMap(named),
                Collections.unmodifiableMap(query),
                remoteAddress,
                locale,
                Optional.ofNullable(sessionId),
                session);
    }

    private record Made(
            Optional<Principal> user,
            Map<String, List<String>> headers,
            Map<String, List<String>> parameters,
            String remoteAddress,
            Locale locale,
            Optional<String> sessionId,
            Map<String, Object> session)
            implements LiveViewHandshake {

        @Override
        public Optional<Object> sessionAttribute(String name) {
            return Optional.ofNullable(session.get(name));
        }

        @Override
        public String toString() {
            return "LiveViewHandshake[made by hand]";
        }
    }
}

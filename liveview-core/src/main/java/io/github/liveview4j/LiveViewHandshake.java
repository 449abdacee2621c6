package io.github.liveview4j;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was known when a page connected: who asked, with which headers, from where.
 *
 * <p>A picture of that moment, but for the HTTP session, which is looked into when somebody asks: a session of the container
 * that has ended since then reads as none. A session store that gives every request a copy of its own, as Spring Session does,
 * shows the copy of the handshake: what has to be true now, such as whether somebody is still signed in, is asked elsewhere. Headers, parameters and session are secrets of the page's user and belong into no log; the text
 * of a handshake names none of them. For any thread.
 *
 * <p>An interface, so that a test can make one by hand: with {@link #of} or the {@link #builder()}.
 */
public interface LiveViewHandshake {

    /** Returns who was signed in, empty for an anonymous page. */
    Optional<Principal> user();

    /** Returns the request's headers; names in any case, unmodifiable. */
    Map<String, List<String>> headers();

    /** Returns the parameters of the WebSocket's address, unmodifiable. A claim: anybody can write any address. */
    Map<String, List<String>> parameters();

    /**
     * Returns where the browser connected from, as the container or its forwarded headers said; empty text where that is not
     * known.
     */
    String remoteAddress();

    /** Returns the language that the application chose for the request, before the page said anything. */
    Locale locale();

    /** Returns the id of the HTTP session, empty where there was none or it has ended. */
    Optional<String> sessionId();

    /**
     * Returns an attribute of the HTTP session as it is now.
     *
     * @param name the attribute's name
     * @return the value, empty where there is none, or no session any more
     */
    Optional<Object> sessionAttribute(String name);

    /**
     * Returns the first header of a name.
     *
     * @param name the name, in any case
     */
    default Optional<String> header(String name) {
        return headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Returns the first parameter of a name.
     *
     * @param name the name
     */
    default Optional<String> parameter(String name) {
        return parameters().getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Makes a handshake of which no more is known than the user.
     *
     * @param user who is signed in, or {@code null}
     */
    static LiveViewHandshake of(@Nullable Principal user) {
        return builder().user(user).build();
    }

    /** Starts to make a handshake by hand, as a test needs it; without further words it is anonymous and empty. */
    static LiveViewHandshakeBuilder builder() {
        return new LiveViewHandshakeBuilder();
    }
}

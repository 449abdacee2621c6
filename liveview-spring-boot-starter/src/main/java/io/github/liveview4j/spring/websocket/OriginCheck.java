package io.github.liveview4j.spring.websocket;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides from which pages a WebSocket may be opened: those of the same origin, and those the application names.
 *
 * <p>Strict, because a browser sends cookies along with a handshake from any site, and nothing else tells the sites apart. An
 * origin is compared as a whole, by scheme, host and port. For any thread.
 */
final class OriginCheck {

    private static final Pattern ORIGIN =
            Pattern.compile("(https?)://([a-z0-9]([a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    private final Set<String> allowed;

    OriginCheck(Collection<String> allowed) {
        this.allowed = allowed.stream().map(OriginCheck::checked).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns why an origin is refused, empty where it is not.
     *
     * @param origin the only Origin header
     * @param scheme how the server thinks it was asked
     * @param host by which name
     * @param port at which port
     */
    Optional<String> refusal(String origin, String scheme, String host, int port) {
        Optional<String> normal = normalized(origin);
        if (normal.isEmpty()) {
            return Optional.of("it is no http or https origin");
        }
        String same = withPort(scheme.toLowerCase(Locale.ROOT) + "://" + host.toLowerCase(Locale.ROOT) + ":" + port);
        if (normal.get().equals(same) || allowed.contains(normal.get())) {
            return Optional.empty();
        }
        String reason = "the server was asked at " + same;
        if ("http".equals(scheme) && normal.get().equals(withPort("https://" + host.toLowerCase(Locale.ROOT)))) {
            reason += "; if a proxy in front of it ends TLS, set server.forward-headers-strategy=framework and let the "
                    + "proxy send X-Forwarded-Proto, or name the origin in liveview.allowed-origins";
        } else {
            reason += "; an origin that is meant to connect belongs into liveview.allowed-origins";
        }
        return Optional.of(reason);
    }

    private static String checked(String origin) {
        return normalized(origin)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected origins such as https://www.example.com in liveview.allowed-origins, with neither path nor "
                                + "wildcard; got '" + origin + "'"));
    }

    private static Optional<String> normalized(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return ORIGIN.matcher(lower).matches() ? Optional.of(withPort(lower)) : Optional.empty();
    }

    private static String withPort(String origin) {
        boolean hasPort = origin.matches(".*:\\d+");
        if (hasPort) {
            return origin;
        }
        return origin + (origin.startsWith("https:") ? ":443" : ":80");
    }
}

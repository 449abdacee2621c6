package io.github.liveview4j.spring.websocket;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides from which pages a WebSocket may be opened: those of the same origin, and those the application names.
 *
 * <p>Strict, because a browser sends cookies along with a handshake from any site, and nothing else tells the sites apart. An
 * origin is compared as a whole, by scheme, host and port, in the one way in which a browser writes it: nothing in it is
 * decoded or resolved. For any thread.
 */
final class OriginCheck {

    /**
     * As browsers write it, but for case. Of ASCII alone: a Kelvin sign in lower case is a k. Nothing in it is tried twice, so
     * that a long one costs no stack.
     */
    private static final Pattern ORIGIN =
            Pattern.compile("(?i)(https?)://([a-z0-9_-]++(?:\\.[a-z0-9_-]++)*+|\\[[0-9a-f:.]++])(?::([1-9]\\d{0,4}))?");

    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d++|0x[0-9a-f]*+)");
    private static final Pattern IP4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    private static final int LAST_PORT = 65_535;

    private final Set<String> allowed;
    private final Set<String> hosts;
    private final boolean allowsAbsent;

    OriginCheck(OriginRules rules) {
        allowed = rules.origins().stream().map(OriginCheck::checked).collect(Collectors.toUnmodifiableSet());
        hosts = rules.hosts().stream().map(OriginCheck::checkedHost).collect(Collectors.toUnmodifiableSet());
        allowsAbsent = rules.allowsAbsent();
    }

    /**
     * Returns why a handshake is refused, empty where it is not.
     *
     * @param origins its Origin headers
     * @param site its header {@code Sec-Fetch-Site}, in which a browser says how the page's site and this one are related;
     *     {@code null} where there is none
     * @param scheme how the server thinks it was asked
     * @param host by which name
     * @param port at which port
     */
    Optional<String> refusal(List<String> origins, @Nullable String site, String scheme, String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        if (!hosts.isEmpty() && !hosts.contains(name)) {
            return Optional.of("the server was asked by the name '" + name + "'; a name that is meant belongs into "
                    + "liveview.allowed-hosts");
        }
        if (origins.isEmpty() && allowsAbsent) {
            // A program; a browser cannot be made to leave it out.
            return site == null ? Optional.empty() : Optional.of("a browser sent none");
        }
        if (origins.size() != 1) {
            return Optional.of(
                    "expected one Origin header, got " + origins.size() + "; browsers always send one, other "
                            + "programs have to name theirs, or see liveview.allow-absent-origin");
        }
        Optional<String> normal = normalized(origins.get(0));
        if (normal.isEmpty()) {
            return Optional.of("it is no http or https origin");
        }
        if (allowed.contains(normal.get())) {
            return Optional.empty();
        }
        String same = scheme.toLowerCase(Locale.ROOT) + "://" + name + ":" + port;
        if (!normal.get().equals(same)) {
            return Optional.of("the server was asked at " + same + advice(normal.get(), scheme, name));
        }
        // Then something on the way has told the server the page's name for its own.
        return "cross-site".equalsIgnoreCase(site)
                ? Optional.of("the browser says that the page is of another site than this server")
                : Optional.empty();
    }

    private static String advice(String origin, String scheme, String host) {
        if ("http".equals(scheme) && origin.equals("https://" + host + ":443")) {
            return "; if a proxy in front of it ends TLS, set server.forward-headers-strategy=framework and let the "
                    + "proxy send X-Forwarded-Proto, or name the origin in liveview.allowed-origins";
        }
        return "; an origin that is meant to connect belongs into liveview.allowed-origins. If a proxy in front of it has "
                + "changed the address, set server.forward-headers-strategy=framework and let the proxy send "
                + "X-Forwarded-Host and X-Forwarded-Proto";
    }

    private static String checked(String origin) {
        return normalized(origin)
                .filter(normal ->
                        isAsBrowsersWriteIt(normal.substring(normal.indexOf("//") + 2, normal.lastIndexOf(':'))))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected origins such as https://www.example.com in liveview.allowed-origins, as browsers write "
                                + "them: with neither path nor wildcard, other letters as xn--, addresses in their "
                                + "usual notation; got '" + origin + "'"));
    }

    private static String checkedHost(String host) {
        return normalized("http://" + host)
                .filter(normal -> normal.equals("http://" + host.toLowerCase(Locale.ROOT) + ":80"))
                .map(normal -> host.toLowerCase(Locale.ROOT))
                .filter(OriginCheck::isAsBrowsersWriteIt)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected names such as www.example.com in liveview.allowed-hosts, with neither port nor wildcard; "
                                + "got '" + host + "'"));
    }

    /** No hyphen begins or ends a part; what ends in a number is an IPv4 address to a browser, which writes 127.1 and 0x7f.0.0.1 as 127.0.0.1. */
    private static boolean isAsBrowsersWriteIt(String host) {
        boolean isUsual = !NUMERIC.matcher(host).matches() || IP4.matcher(host).matches();
        return isUsual && !host.startsWith("-") && !host.contains(".-") && !host.contains("-.") && !host.endsWith("-");
    }

    private static Optional<String> normalized(String origin) {
        Matcher matcher = ORIGIN.matcher(origin);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String port = matcher.group(3) == null ? ("https".equals(scheme) ? "443" : "80") : matcher.group(3);
        return Integer.parseInt(port) > LAST_PORT
                ? Optional.empty()
                : Optional.of(scheme + "://" + matcher.group(2).toLowerCase(Locale.ROOT) + ":" + port);
    }
}

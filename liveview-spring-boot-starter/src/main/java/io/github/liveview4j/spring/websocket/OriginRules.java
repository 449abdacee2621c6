package io.github.liveview4j.spring.websocket;

import java.util.List;

/**
 * Whose pages may open a socket, beside those of the application itself.
 *
 * @param origins origins of other sites, each in full, such as {@code https://www.example.com}
 * @param hosts names and addresses under which the server may be asked, without ports; none: whichever it is asked under
 * @param allowsAbsent whether a handshake without an {@code Origin} header is let in, as of a program that is no browser
 */
public record OriginRules(List<String> origins, List<String> hosts, boolean allowsAbsent) {

    /**
     * Keeps copies.
     *
     * @throws NullPointerException if a list has {@code null} in it
     */
    public OriginRules {
        origins = List.copyOf(origins);
        hosts = List.copyOf(hosts);
    }
}

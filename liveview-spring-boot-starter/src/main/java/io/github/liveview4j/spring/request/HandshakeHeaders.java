package io.github.liveview4j.spring.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request by name, in any case: two arrays instead of a tree, since every open page has one of these.
 *
 * <p>Names and values that nearly every handshake has are those of a table. Immutable, for any thread.
 */
final class HandshakeHeaders extends AbstractMap<String, List<String>> {

    private static final Map<String, String> COMMON = Stream.of(
                    "Host",
                    "Connection",
                    "Upgrade",
                    "Origin",
                    "Cookie",
                    "Pragma",
                    "Cache-Control",
                    "User-Agent",
                    "Accept",
                    "Accept-Encoding",
                    "Accept-Language",
                    "Authorization",
                    "Forwarded",
                    "Sec-Fetch-Dest",
                    "Sec-Fetch-Mode",
                    "Sec-Fetch-Site",
                    "Sec-WebSocket-Extensions",
                    "Sec-WebSocket-Key",
                    "Sec-WebSocket-Protocol",
                    "Sec-WebSocket-Version",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Port",
                    "X-Forwarded-Proto",
                    "X-Real-IP",
                    "websocket",
                    "keep-alive, Upgrade",
                    "13",
                    "liveview.v2",
                    "no-cache",
                    "same-origin",
                    "empty",
                    "gzip, deflate",
                    "gzip, deflate, br",
                    "gzip, deflate, br, zstd",
                    "permessage-deflate",
                    "permessage-deflate; client_max_window_bits",
                    "http",
                    "https")
            .flatMap(text -> Stream.of(text, text.toLowerCase(Locale.ROOT)))
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private final String[] names;
    private final String[][] values;

    private HandshakeHeaders(String[] names, String[][] values) {
        this.names = names;
        this.values = values;
    }

    /** Copies the headers of a request. */
    static HandshakeHeaders of(HttpServletRequest request) {
        Map<String, String[]> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            sorted.put(
                    shared(name),
                    Collections.list(request.getHeaders(name)).stream()
                            .map(HandshakeHeaders::shared)
                            .toArray(String[]::new));
        }
        return new HandshakeHeaders(
                sorted.keySet().toArray(new String[0]), sorted.values().toArray(new String[0][]));
    }

    /** Returns the one copy of a text that most requests have, or the text itself. */
    static String shared(String text) {
        return COMMON.getOrDefault(text, text);
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable List<String> get(@Nullable Object key) {
        int index = key instanceof String name ? indexOf(name) : -1;
        return index < 0 ? null : List.of(values[index]);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && indexOf(name) >= 0;
    }

    private int indexOf(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Map.Entry<String, List<String>>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, List<String>>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, List<String>> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int index = next++;
            return Map.entry(names[index], List.of(values[index]));
        }
    }
}

package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.Excerpt;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.spring.request.HandshakeAttributes;
import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.request.HttpSessions;
import io.github.liveview4j.spring.request.SessionKey;
import io.github.liveview4j.spring.request.SnapshotHandshake;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriUtils;

/**
 * Lets a handshake in or refuses it before the upgrade, and keeps what later renders need of it.
 *
 * <p>For any thread.
 */
final class HandshakeGate implements HandshakeInterceptor {

    private static final Logger log = LoggerFactory.getLogger(HandshakeGate.class);

    /** The session attribute that holds the room. */
    static final String ROOM = "liveview.room";

    private static final Pattern ROOM_NAME = Pattern.compile("[A-Za-z0-9_.~:-]{1,128}");
    private static final String RETRY_AFTER = "5";

    private final OriginCheck origins;
    private final Set<Dialect> dialects;
    private final RoomCheck rooms;
    private final List<HandshakeAttributes> collectors;
    private final ConnectionBook book;
    private final Peers peers = new Peers();
    private final RefusedHandshakes refused = new RefusedHandshakes(System::nanoTime);

    HandshakeGate(
            OriginCheck origins,
            Set<Dialect> dialects,
            RoomCheck rooms,
            List<HandshakeAttributes> collectors,
            ConnectionBook book) {
        this.origins = origins;
        this.dialects = dialects;
        this.rooms = rooms;
        this.collectors = collectors;
        this.book = book;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        Optional<String> crowd = book.refusal(peers.of(servletRequest));
        if (crowd.isPresent()) {
            // A browser's page does not see the status; its client comes back, later each time.
            response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            log.debug("A handshake was refused (429): {}", crowd.get());
            return false;
        }
        String room = room(servletRequest);
        if (!ROOM_NAME.matcher(room).matches()) {
            return refuse(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "room '" + Excerpt.of(room) + "': expected 1 to 128 of A-Z a-z 0-9 _ . ~ : -",
                    null);
        }
        Optional<String> refusal = originRefusal(request.getHeaders(), servletRequest);
        if (refusal.isPresent()) {
            return refuse(response, HttpStatus.FORBIDDEN, refusal.get(), null);
        }
        if (!dialects.contains(dialect(request.getHeaders()))) {
            return refuse(response, HttpStatus.BAD_REQUEST, "dialect: liveview.dialects allows only " + dialects, null);
        }
        Locale locale = RequestContextUtils.getLocale(servletRequest);
        // Before anything is collected: a CSRF token makes an HTTP session, which nobody who is refused should get.
        Optional<RoomCheck.Refusal> unwelcome = rooms.refusal(
                room, () -> new SnapshotHandshake(HandshakeSnapshot.of(servletRequest, locale, Map.of())));
        if (unwelcome.isPresent()) {
            return refuse(
                    response,
                    HttpStatus.FORBIDDEN,
                    unwelcome.get().reason(),
                    unwelcome.get().cause());
        }
        boolean hadSession = servletRequest.getSession(false) != null;
        Map<String, Object> requestAttributes = new HashMap<>();
        collectors.forEach(collector -> collector.collect(servletRequest, requestAttributes));
        HandshakeSnapshot snapshot = HandshakeSnapshot.of(servletRequest, locale, requestAttributes);
        attributes.put(ROOM, room);
        Bearer.Session session = HttpSessions.of(servletRequest.getSession(false));
        if (session != null) {
            // A CSRF token that was collected makes one for a page that was rendered without.
            attributes.put(
                    LiveViewDispatcher.HTTP_SESSION, new Bearer.Session(session.id(), session.since(), !hadSession));
        }
        // Anew: what was collected may have made an HTTP session.
        attributes.put(Peer.ATTRIBUTE, peers.of(servletRequest));
        attributes.put(LiveViewDispatcher.LOCALE, locale);
        attributes.put(LiveViewDispatcher.HANDSHAKE, new SnapshotHandshake(snapshot));
        attributes.put(HandshakeSnapshot.ATTRIBUTE, snapshot);
        String sessionId = snapshot.sessionId();
        if (sessionId != null) {
            attributes.put(LiveViewSessionRegistry.HOLDER, SessionKey.of(sessionId));
        }
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {
        // What could be refused has been refused before.
    }

    /** The last segment of the address, which the mapping has matched; its variables are lost below a servlet path. */
    private static String room(HttpServletRequest request) {
        String uri = request.getRequestURI();
        int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
        String segment = uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
        try {
            return UriUtils.decode(segment, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private Optional<String> originRefusal(HttpHeaders headers, HttpServletRequest request) {
        List<String> sent = headers.getOrDefault(HttpHeaders.ORIGIN, List.of());
        String named = sent.size() == 1 ? "origin '" + Excerpt.of(sent.get(0)) + "': " : "origin: ";
        return origins.refusal(
                        sent,
                        headers.getFirst("Sec-Fetch-Site"),
                        request.getScheme(),
                        request.getServerName(),
                        request.getServerPort())
                .map(reason -> named + reason);
    }

    private static Dialect dialect(HttpHeaders headers) {
        WebSocketHttpHeaders offered = new WebSocketHttpHeaders(headers);
        return offered.getSecWebSocketProtocol().contains(Dialect.V2_SUBPROTOCOL) ? Dialect.V2 : Dialect.V1;
    }

    private boolean refuse(ServerHttpResponse response, HttpStatus status, String reason, @Nullable Exception cause) {
        response.setStatusCode(status);
        refused.tell(status, reason, cause);
        return false;
    }
}

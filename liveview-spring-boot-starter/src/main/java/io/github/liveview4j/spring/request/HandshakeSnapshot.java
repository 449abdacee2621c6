package io.github.liveview4j.spring.request;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was true of the handshake's request, kept for renders that come after it.
 *
 * @param servletContext the application's servlet context
 * @param scheme {@code http} or {@code https}, as the container or its forwarded headers said
 * @param serverName the host that the browser asked
 * @param serverPort the port that the browser asked
 * @param contextPath the application's context path, empty for the root
 * @param servletPath the path of the dispatcher servlet, empty for the root
 * @param requestUri the path of the endpoint as the browser sent it
 * @param queryString the query of the endpoint, or {@code null}
 * @param remoteAddress where the browser connected from
 * @param parameters the query's parameters, unmodifiable
 * @param headers the headers by name, in any case, unmodifiable
 * @param cookies the cookies, unmodifiable
 * @param locale the language that the application's locale resolver chose
 * @param principal who was signed in, or {@code null}
 * @param session the HTTP session, or {@code null} where there was none
 * @param sessionId the id that it had at the handshake, or {@code null} where there was none
 * @param attributes request attributes that renders see, such as the CSRF token by value, unmodifiable
 */
public record HandshakeSnapshot(
        ServletContext servletContext,
        String scheme,
        String serverName,
        int serverPort,
        String contextPath,
        String servletPath,
        String requestUri,
        @Nullable String queryString,
        String remoteAddress,
        Map<String, String[]> parameters,
        Map<String, List<String>> headers,
        List<Cookie> cookies,
        Locale locale,
        @Nullable Principal principal,
        @Nullable HttpSession session,
        @Nullable String sessionId,
        Map<String, Object> attributes) {

    /** The attribute of a connection that holds its snapshot. */
    public static final String ATTRIBUTE = HandshakeSnapshot.class.getName();

    /**
     * Takes a snapshot, while the request lives.
     *
     * @param request the handshake's request
     * @param locale the language that the application's locale resolver chose for it
     * @param attributes what renders are to find among the request's attributes; values, nothing that reaches the request
     */
    public static HandshakeSnapshot of(HttpServletRequest request, Locale locale, Map<String, Object> attributes) {
        Map<String, String[]> parameters = request.getParameterMap();
        Cookie[] cookies = request.getCookies();
        HttpSession session = request.getSession(false);
        return new HandshakeSnapshot(
                request.getServletContext(),
                HandshakeHeaders.shared(request.getScheme()),
                request.getServerName(),
                request.getServerPort(),
                request.getContextPath(),
                request.getServletPath(),
                request.getRequestURI(),
                request.getQueryString(),
                request.getRemoteAddr(),
                parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(parameters)),
                HandshakeHeaders.of(request),
                cookies == null ? List.of() : List.copyOf(List.of(cookies)),
                locale,
                request.getUserPrincipal(),
                session,
                session == null ? null : session.getId(),
                Map.copyOf(attributes));
    }

    /**
     * Makes the snapshot of nobody in particular, as a broadcast is rendered with it: links work, there is no user, no
     * session and no token.
     *
     * @param servletContext the application's servlet context
     * @param servletPath the path of the dispatcher servlet, empty for the root
     * @param locale the language to render in
     */
    public static HandshakeSnapshot ofNobody(ServletContext servletContext, String servletPath, Locale locale) {
        String contextPath = servletContext.getContextPath();
        return new HandshakeSnapshot(
                servletContext,
                "http",
                "localhost",
                80,
                contextPath,
                servletPath,
                contextPath + servletPath + "/",
                null,
                "",
                Map.of(),
                Map.of(),
                List.of(),
                locale,
                null,
                null,
                null,
                Map.of());
    }

    /** Returns a copy in another language. */
    HandshakeSnapshot in(Locale other) {
        return other.equals(locale)
                ? this
                : new HandshakeSnapshot(
                        servletContext,
                        scheme,
                        serverName,
                        serverPort,
                        contextPath,
                        servletPath,
                        requestUri,
                        queryString,
                        remoteAddress,
                        parameters,
                        headers,
                        cookies,
                        other,
                        principal,
                        session,
                        sessionId,
                        attributes);
    }

    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    List<String> headerNames() {
        return new ArrayList<>(headers.keySet());
    }

    /** Names the address only: headers and cookies are secrets. */
    @Override
    public String toString() {
        return "HandshakeSnapshot[" + requestUri + "]";
    }
}

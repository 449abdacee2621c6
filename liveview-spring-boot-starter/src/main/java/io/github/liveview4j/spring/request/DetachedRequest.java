package io.github.liveview4j.spring.request;

import io.github.liveview4j.LiveViewConsumer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A servlet request made of a snapshot, for one render.
 *
 * <p>It answers what templates, form tags and security tags ask of a request, and refuses the rest: what is left of a request
 * after its end is no body, no container and no way to make a session. Its attributes are its own. For one thread, but for
 * its attributes: what a handler leaves there for templates is read by whoever sends for its call.
 */
final class DetachedRequest extends HttpServletRequestWrapper {

    private static final HttpServletRequest REFUSING = (HttpServletRequest) Proxy.newProxyInstance(
            DetachedRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
                throw new UnsupportedOperationException("HttpServletRequest." + method.getName()
                        + " is not available here: a page's events come over a WebSocket, whose request is over");
            });

    private static final int USUAL = 16;

    private static final Object REMOVED = new Object();

    private final HandshakeSnapshot snapshot;
    private final WebApplicationContext applicationContext;
    private final @Nullable LiveViewConsumer page;
    /** What was written over the given ones; made by the first who writes one, as most handlers do not. */
    private volatile @Nullable Map<String, Object> written;

    DetachedRequest(
            HandshakeSnapshot snapshot, WebApplicationContext applicationContext, @Nullable LiveViewConsumer page) {
        super(REFUSING);
        this.snapshot = snapshot;
        this.applicationContext = applicationContext;
        this.page = page;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        Map<String, Object> attributes = written;
        Object value = attributes == null ? null : attributes.get(name);
        if (value != null) {
            return isRemoved(value) ? null : value;
        }
        return given(name);
    }

    @SuppressWarnings("ReferenceEquality") // it stands for the absence of a value
    private static boolean isRemoved(Object value) {
        return value == REMOVED;
    }

    private @Nullable Object given(String name) {
        if (name.equals(RequestScopes.PAGE)) {
            return page;
        }
        return name.equals(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE)
                ? applicationContext
                : snapshot.attributes().get(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        written().put(name, value == null ? REMOVED : value);
    }

    @Override
    public void removeAttribute(String name) {
        written().put(name, REMOVED);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        Set<String> names = new LinkedHashSet<>(snapshot.attributes().keySet());
        names.add(RequestScopes.PAGE);
        names.add(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE);
        names.addAll(written().keySet());
        names.removeIf(name -> getAttribute(name) == null);
        return Collections.enumeration(names);
    }

    private Map<String, Object> written() {
        Map<String, Object> known = written;
        return known == null ? made() : known;
    }

    private synchronized Map<String, Object> made() {
        Map<String, Object> known = written;
        if (known == null) {
            known = new ConcurrentHashMap<>(USUAL);
            written = known;
        }
        return known;
    }

    @Override
    public ServletContext getServletContext() {
        return snapshot.servletContext();
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        HttpSession session = snapshot.session();
        if (session != null && isAlive(session)) {
            return session;
        }
        if (create) {
            throw new IllegalStateException("There is no HTTP session, and none can be made after the handshake");
        }
        return null;
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(true);
    }

    private static boolean isAlive(HttpSession session) {
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public Locale getLocale() {
        return snapshot.locale();
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(snapshot.locale()));
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getScheme() {
        return snapshot.scheme();
    }

    @Override
    public boolean isSecure() {
        return "https".equals(snapshot.scheme());
    }

    @Override
    public String getServerName() {
        return snapshot.serverName();
    }

    @Override
    public int getServerPort() {
        return snapshot.serverPort();
    }

    @Override
    public String getContextPath() {
        return snapshot.contextPath();
    }

    @Override
    public String getServletPath() {
        return snapshot.servletPath();
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public String getRequestURI() {
        return snapshot.requestUri();
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = new StringBuffer(getScheme()).append("://").append(getServerName());
        int usual = isSecure() ? 443 : 80;
        if (getServerPort() != usual) {
            url.append(':').append(getServerPort());
        }
        return url.append(getRequestURI());
    }

    @Override
    public @Nullable String getQueryString() {
        return snapshot.queryString();
    }

    @Override
    public String getRemoteAddr() {
        return snapshot.remoteAddress();
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = snapshot.parameters().get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = snapshot.parameters().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return snapshot.parameters();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(snapshot.parameters().keySet());
    }

    @Override
    public @Nullable String getHeader(String name) {
        List<String> values = snapshot.header(name);
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(snapshot.header(name));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(snapshot.headerNames());
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return snapshot.cookies().isEmpty() ? null : snapshot.cookies().toArray(Cookie[]::new);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return snapshot.principal();
    }

    @Override
    public @Nullable String getRemoteUser() {
        Principal principal = snapshot.principal();
        return principal == null ? null : principal.getName();
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public String getCharacterEncoding() {
        return "UTF-8";
    }
}

package io.github.liveview4j.examples.benchmark.twin;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** As much of a request as templates ask for: attributes, paths, the language, the user. */
final class TwinRequest extends HttpServletRequestWrapper {

    private static final HttpServletRequest NOTHING = (HttpServletRequest) Proxy.newProxyInstance(
            TwinRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private final Map<String, Object> attributes = new HashMap<>();
    private final ServletContext servletContext;
    private final TwinHandshake.Known known;
    private final Locale locale;

    TwinRequest(ServletContext servletContext, TwinHandshake.Known known, Locale locale) {
        super(NOTHING);
        this.servletContext = servletContext;
        this.known = known;
        this.locale = locale;
        CsrfToken csrf = known.csrf();
        if (csrf != null) {
            attributes.put(CsrfToken.class.getName(), csrf);
            attributes.put("_csrf", csrf);
        }
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public ServletContext getServletContext() {
        return servletContext;
    }

    @Override
    public String getContextPath() {
        return known.contextPath();
    }

    @Override
    public String getRequestURI() {
        return known.uri();
    }

    @Override
    public String getServletPath() {
        return known.uri();
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Locale getLocale() {
        return locale;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        return null;
    }

    @Override
    public Principal getUserPrincipal() {
        return known.security().getAuthentication();
    }
}

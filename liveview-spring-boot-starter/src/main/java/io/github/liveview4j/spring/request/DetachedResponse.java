package io.github.liveview4j.spring.request;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.lang.reflect.Proxy;

/** The response beside a detached request: it leaves addresses as they are and refuses the rest. For one thread. */
final class DetachedResponse extends HttpServletResponseWrapper {

    private static final HttpServletResponse REFUSING = (HttpServletResponse) Proxy.newProxyInstance(
            DetachedResponse.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
                throw new UnsupportedOperationException("HttpServletResponse." + method.getName()
                        + " is not available here: a page's events come over a WebSocket, which has no response");
            });

    DetachedResponse() {
        super(REFUSING);
    }

    @Override
    public String encodeURL(String url) {
        return url;
    }

    @Override
    public String encodeRedirectURL(String url) {
        return url;
    }

    @Override
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    @Override
    public boolean isCommitted() {
        return false;
    }
}

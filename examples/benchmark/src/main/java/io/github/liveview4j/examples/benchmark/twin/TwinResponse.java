package io.github.liveview4j.examples.benchmark.twin;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.lang.reflect.Proxy;

/** As much of a response as templates ask for: addresses stay as they are. */
final class TwinResponse extends HttpServletResponseWrapper {

    private static final HttpServletResponse NOTHING = (HttpServletResponse) Proxy.newProxyInstance(
            TwinResponse.class.getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, args) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    TwinResponse() {
        super(NOTHING);
    }

    @Override
    public String encodeURL(String url) {
        return url;
    }
}

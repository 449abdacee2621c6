package io.github.liveview4j.spring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Tells a native image of the browser's script, and of what writing to Tomcat's sockets needs. */
final class LiveViewRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("META-INF/resources/liveview/*");
        field(hints, classLoader, "org.apache.tomcat.websocket.WsSession", "wsRemoteEndpoint");
        field(hints, classLoader, "org.apache.tomcat.websocket.server.WsRemoteEndpointImplServer", "socketWrapper");
    }

    private static void field(RuntimeHints hints, @Nullable ClassLoader classLoader, String type, String name) {
        hints.reflection().registerTypeIfPresent(classLoader, type, hint -> hint.withField(name));
    }
}

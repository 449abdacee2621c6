package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.spring.request.HandshakeAttributes;
import io.github.liveview4j.spring.websocket.ConnectionBook;
import io.github.liveview4j.spring.websocket.LiveViewEndpoint;
import io.github.liveview4j.spring.websocket.LiveViewShutdown;
import io.github.liveview4j.spring.websocket.LiveViewWebSocketHandler;
import io.github.liveview4j.spring.websocket.OriginRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/** The address of the WebSockets: who is let in, and what takes them. */
@Configuration(proxyBeanMethods = false)
class EndpointConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ConnectionBook liveViewConnectionBook(LiveViewProperties properties) {
        return new ConnectionBook(properties.limits().ofConnections());
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewWebSocketHandler liveViewWebSocketHandler(
            LiveViewDispatcher dispatcher,
            LiveViewSessions sessions,
            ConnectionBook book,
            LiveViewProperties properties) {
        return new LiveViewWebSocketHandler(
                dispatcher,
                sessions,
                book,
                Math.toIntExact(properties.frameLimit().toBytes()),
                properties.sendTimeout(),
                properties.nativeWrites());
    }

    @Bean
    @ConditionalOnMissingBean(name = "liveViewHandlerMapping")
    WebSocketHandlerMapping liveViewHandlerMapping(
            LiveViewWebSocketHandler handler,
            ObjectProvider<RoomAuthorizer> authorizers,
            ObjectProvider<HandshakeAttributes> collectors,
            ConnectionBook book,
            @Qualifier("liveViewRequestUpgradeStrategy") ObjectProvider<RequestUpgradeStrategy> upgrade,
            LiveViewProperties properties) {
        return LiveViewEndpoint.mapping(
                handler,
                properties.path(),
                new OriginRules(properties.allowedOrigins(), properties.allowedHosts(), properties.allowAbsentOrigin()),
                properties.dialects(),
                authorizers.orderedStream().toList(),
                properties.compression(),
                collectors.orderedStream().toList(),
                book,
                upgrade.getIfAvailable());
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewShutdown liveViewShutdown(LiveViewSessions sessions, LiveViewDispatcher dispatcher) {
        return new LiveViewShutdown(sessions, dispatcher);
    }
}

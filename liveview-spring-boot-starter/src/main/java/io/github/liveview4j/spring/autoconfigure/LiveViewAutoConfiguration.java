package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.AccessCheck;
import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.broadcast.FanOutLane;
import io.github.liveview4j.broadcast.LocalTransport;
import io.github.liveview4j.broadcast.PublishMoment;
import io.github.liveview4j.broadcast.SessionBroadcaster;
import io.github.liveview4j.dispatch.Doors;
import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import io.github.liveview4j.dispatch.PageSettings;
import io.github.liveview4j.handler.HandlerMethodArgumentResolver;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.handler.HandlerMethodReturnValueAdapter;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.session.SessionLimits;
import io.github.liveview4j.spring.assets.AssetsVersion;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.Broadcasting;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.PageToken;
import io.github.liveview4j.spring.handler.HandlerBeanRegistrar;
import io.github.liveview4j.spring.handler.HandlerBeanScanner;
import io.github.liveview4j.spring.handler.HandlerGuard;
import io.github.liveview4j.spring.handler.RequestCallScope;
import io.github.liveview4j.spring.method.ArgumentFailures;
import io.github.liveview4j.spring.method.MvcArguments;
import io.github.liveview4j.spring.request.RequestScopes;
import io.github.liveview4j.spring.request.ThreadContext;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.ServletContextResourcePatternResolver;
import org.springframework.web.socket.WebSocketHandler;

/**
 * Auto-configuration of LiveView in a servlet web application with WebSocket support.
 *
 * <p>Every part backs off to a bean of the application's; only how handlers are found does not. Thymeleaf, Spring
 * Security, Spring's transactions, JPA and Spring Data Redis take part where they are there.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.websocket.autoconfigure.servlet.WebSocketServletAutoConfiguration"
        })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({WebSocketHandler.class, ServerContainer.class})
@EnableConfigurationProperties(LiveViewProperties.class)
@Import({
    EndpointConfiguration.class,
    LeanConfiguration.class,
    PageConfiguration.class,
    ScopeConfiguration.class,
    SupplyConfiguration.class,
    TaskConfiguration.class,
    ThymeleafConfiguration.class,
    ViewConfiguration.class,
    SecurityConfiguration.class,
    SessionConfiguration.class,
    TransactionConfiguration.class,
    PersistenceConfiguration.class,
    ReactiveConfiguration.class,
    RedisConfiguration.class,
    RedisHealthConfiguration.class
})
@ImportRuntimeHints(LiveViewRuntimeHints.class)
public final class LiveViewAutoConfiguration {

    @Bean
    static HandlerBeanScanner liveViewHandlerBeanScanner(Environment environment, ResourceLoader resourceLoader) {
        return new HandlerBeanScanner(environment, resourceLoader);
    }

    @Bean
    @ConditionalOnMissingBean
    HandlerMethodRegistry liveViewHandlerMethodRegistry() {
        return new HandlerMethodRegistry();
    }

    @Bean
    HandlerBeanRegistrar liveViewHandlerBeanRegistrar(
            ConfigurableListableBeanFactory beans,
            HandlerMethodRegistry registry,
            ObjectProvider<HandlerMethodArgumentResolver> resolvers,
            ObjectProvider<HandlerMethodReturnValueAdapter> adapters,
            ObjectProvider<HandlerGuard> guards,
            WebApplicationContext applicationContext,
            ObjectProvider<DispatcherServletPath> servletPath,
            LiveViewProperties properties) {
        DispatcherServletPath servlet = servletPath.getIfAvailable(() -> () -> "");
        ServletContext context = applicationContext.getServletContext();
        String endpoint = (context == null ? "" : context.getContextPath())
                + servlet.getRelativePath(properties.path() + "/{room}");
        return new HandlerBeanRegistrar(
                beans,
                registry,
                // What the application has comes first, whatever its order.
                Stream.concat(resolvers.orderedStream(), Stream.of(new MvcArguments(beans)))
                        .toList(),
                adapters.orderedStream().toList(),
                guards.orderedStream().toList(),
                endpoint);
    }

    @Bean
    @ConditionalOnMissingBean
    MessageCodec liveViewMessageCodec(Environment environment) {
        return new JacksonMessageCodec(Threading.VIRTUAL.isActive(environment));
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewSessionRegistry liveViewSessionRegistry() {
        return new LiveViewSessionRegistry();
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewSessions liveViewSessions(LiveViewSessionRegistry registry, LiveViewProperties properties) {
        return new LiveViewSessions(
                registry,
                new SessionLimits(Math.toIntExact(properties.outboxLimit().toBytes()), properties.sendTimeout()));
    }

    @Bean
    @ConditionalOnMissingBean
    RequestScopes liveViewRequestScopes(
            WebApplicationContext applicationContext, ObjectProvider<ThreadContext> contexts) {
        return new RequestScopes(applicationContext, contexts.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    MessageRenderer liveViewMessageRenderer(ObjectProvider<FragmentRenderer> renderer) {
        return new MessageRenderer(renderer.getIfAvailable(() -> request -> {
            throw new LiveViewException(
                    "The template \"" + request.name() + "\" cannot be rendered: expected a template "
                            + "engine, got none. Add spring-boot-starter-thymeleaf or declare a FragmentRenderer bean");
        }));
    }

    @Bean
    @ConditionalOnMissingBean
    FanOutLane liveViewFanOutLane() {
        return new FanOutLane();
    }

    @Bean
    @ConditionalOnMissingBean
    RoomLog liveViewRoomLog(
            LiveViewSessionRegistry registry, FanOutLane lane, MessageCodec codec, LiveViewProperties properties) {
        return new RoomLog(registry, lane, codec::updatesInV1, properties.historyLimits());
    }

    @Bean
    @ConditionalOnMissingBean
    PageTokens liveViewPageTokens(LiveViewProperties properties) {
        return new PageTokens(SigningKey.of(properties.signingKey()));
    }

    @Bean
    @ConditionalOnMissingBean
    BroadcastTransport liveViewBroadcastTransport(RoomLog log, LiveViewProperties properties) {
        if (properties.broadcast() == Broadcasting.REDIS) {
            throw new MissingRedisException();
        }
        return new LocalTransport(log);
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewBroadcaster liveViewBroadcaster(
            MessageRenderer renderer,
            MessageCodec codec,
            BroadcastTransport transport,
            ObjectProvider<PublishMoment> moment) {
        return new SessionBroadcaster(renderer, codec, transport, moment.getIfAvailable(PublishMoment::atOnce));
    }

    @Bean
    @ConditionalOnMissingBean
    AssetsVersion liveViewAssetsVersion(
            LiveViewProperties properties,
            ObjectProvider<WebProperties> web,
            WebApplicationContext applicationContext) {
        String given = properties.assetsVersion();
        return given != null
                ? AssetsVersion.of(given)
                : AssetsVersion.ofFiles(
                        new ServletContextResourcePatternResolver(applicationContext),
                        List.of(web.getIfAvailable(WebProperties::new)
                                .getResources()
                                .getStaticLocations()));
    }

    @Bean
    @ConditionalOnMissingBean
    Doors liveViewDoors(ObjectProvider<AccessCheck> checks, LiveViewProperties properties) {
        AccessCheck[] all = checks.orderedStream().toArray(AccessCheck[]::new);
        return new Doors(
                handshake -> {
                    // A loop, as it is asked twice in every call.
                    for (AccessCheck check : all) {
                        if (!check.holds(handshake)) {
                            return false;
                        }
                    }
                    return true;
                },
                properties.limits().ofPages(),
                properties.pageToken() == PageToken.REQUIRED);
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewDispatcher liveViewDispatcher(
            MessageCodec codec,
            HandlerMethodRegistry handlers,
            ObjectProvider<LiveViewMiddleware> middlewares,
            ObjectProvider<LiveViewExceptionResolver> resolvers,
            MessageRenderer renderer,
            LiveViewBroadcaster broadcaster,
            LiveViewSessionRegistry registry,
            RoomLog rooms,
            PageTokens tokens,
            RequestScopes scopes,
            AssetsVersion assets,
            Doors doors,
            LiveViewProperties properties,
            ConfigurableListableBeanFactory beans) {
        return new LiveViewDispatcher(
                codec,
                handlers,
                middlewares.orderedStream().toList(),
                Stream.concat(resolvers.orderedStream(), Stream.of(new ArgumentFailures()))
                        .toList(),
                renderer,
                broadcaster,
                registry,
                rooms,
                tokens,
                new RequestCallScope(scopes),
                new PageSettings(
                        properties.locales(),
                        properties.heartbeat(),
                        properties.pageRetention(),
                        ScopeConfiguration.isUsed(beans),
                        doors),
                assets::id);
    }
}

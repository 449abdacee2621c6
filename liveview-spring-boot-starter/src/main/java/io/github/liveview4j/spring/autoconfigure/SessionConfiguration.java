package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.dispatch.AccessWatch;
import io.github.liveview4j.dispatch.Doors;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.room.RoomName;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.spring.session.CallsKeepSession;
import io.github.liveview4j.spring.session.HttpSessionCheck;
import io.github.liveview4j.spring.session.SessionEnds;
import io.github.liveview4j.spring.session.SessionIdentity;
import io.github.liveview4j.spring.session.SessionKeeper;
import io.github.liveview4j.spring.session.SessionRequests;
import io.github.liveview4j.spring.session.SessionStore;
import io.github.liveview4j.spring.session.StoredSessions;
import io.github.liveview4j.spring.session.TomcatSessions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.session.SessionRepository;

/** The HTTP session behind a page: whether it still holds, what ends it, and whether calls keep it. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CallsKeepSession.class);
    private static final byte[] NOTHING = "[]".getBytes(StandardCharsets.UTF_8);

    @Bean
    @ConditionalOnMissingBean
    HttpSessionCheck liveViewHttpSessionCheck(
            ObjectProvider<SessionStore> stores, ObjectProvider<SessionIdentity> identity) {
        SessionIdentity known = identity.getIfAvailable(SessionIdentity::none);
        return new HttpSessionCheck(
                Stream.concat(stores.orderedStream(), Stream.of(SessionStore.ofContainer(known)))
                        .toList(),
                known);
    }

    @Bean(initMethod = "start")
    @ConditionalOnMissingBean
    AccessWatch liveViewAccessWatch(
            Doors doors,
            LiveViewSessionRegistry sessions,
            RoomLog rooms,
            ObjectProvider<SessionStore> stores,
            LiveViewProperties properties) {
        List<SessionStore> all = stores.orderedStream().toList();
        return new AccessWatch(
                doors.access(),
                sessions,
                rooms,
                properties.sessionCheck(),
                key -> all.forEach(store -> store.forget(key)));
    }

    @Bean
    @ConditionalOnMissingBean
    static SessionEnds liveViewSessionEnds(ObjectProvider<AccessWatch> watch, ObjectProvider<SessionStore> stores) {
        return new SessionEnds(watch::getObject, all(stores));
    }

    @Bean
    @ConditionalOnMissingBean
    static SessionRequests liveViewSessionRequests(
            ObjectProvider<AccessWatch> watch,
            ObjectProvider<SessionStore> stores,
            ObjectProvider<BroadcastTransport> transport) {
        return new SessionRequests(watch::getObject, all(stores), key -> {
            // The container's own sessions are on this node only.
            if (stores.stream().findAny().isPresent()) {
                transport.getObject().publish(new Broadcast(RoomName.ofLook(key), null, null, NOTHING));
            }
        });
    }

    @Bean
    static FilterRegistrationBean<Filter> liveViewSessionRequestsOuterFilter(SessionRequests requests) {
        return filter(requests.outer(), SessionRequests.OUTER_ORDER);
    }

    @Bean
    static FilterRegistrationBean<Filter> liveViewSessionRequestsInnerFilter(SessionRequests requests) {
        return filter(requests.inner(), SessionRequests.INNER_ORDER);
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        return registration;
    }

    /** Found once: the container asks at every request. */
    private static Supplier<List<SessionStore>> all(ObjectProvider<SessionStore> stores) {
        return new Supplier<>() {

            private volatile List<SessionStore> known = List.of();
            private volatile boolean isKnown;

            @Override
            public List<SessionStore> get() {
                if (!isKnown) {
                    known = stores.orderedStream().toList();
                    isKnown = true;
                }
                return known;
            }
        };
    }

    /** First of all middlewares, so that a call which one of them answers counts too. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnProperty(name = "liveview.calls-keep-session", havingValue = "true")
    CallsKeepSession liveViewCallsKeepSession(ObjectProvider<SessionKeeper> keepers) {
        List<SessionKeeper> all = keepers.orderedStream().toList();
        if (all.isEmpty()) {
            log.warn(
                    "Calls cannot keep the HTTP session alive (liveview.calls-keep-session=true): expected the embedded "
                            + "Tomcat or Spring Session, got another container. Sessions end after their timeout without a request");
        }
        return new CallsKeepSession(all);
    }

    /** Where the sessions are those of Spring Session, whose filter says so. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SessionRepository.class)
    static class OfSpringSession {

        @Bean
        @ConditionalOnMissingBean
        @Order(0)
        StoredSessions liveViewStoredSessions(ObjectProvider<SessionIdentity> identity) {
            return new StoredSessions(identity.getIfAvailable(SessionIdentity::none));
        }
    }

    /** Where the server is the embedded Tomcat. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TomcatWebServer.class)
    static class OfTomcat {

        @Bean
        @ConditionalOnMissingBean
        @Order(1)
        TomcatSessions liveViewTomcatSessions(ApplicationContext context) {
            return new TomcatSessions(
                    () -> context instanceof WebServerApplicationContext web ? web.getWebServer() : null);
        }
    }
}

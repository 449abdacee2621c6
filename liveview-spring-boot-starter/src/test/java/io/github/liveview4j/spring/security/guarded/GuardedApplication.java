package io.github.liveview4j.spring.security.guarded;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewTasks;
import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.spring.scope.LiveViewScope;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PostAuthorize;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Handlers with security annotations in every place where one can stand; each has a name, and clerks may call it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity(securedEnabled = true)
@Import({
    GuardedApplication.OnMethods.class,
    GuardedApplication.OnClass.class,
    GuardedApplication.OfInterface.class,
    GuardedApplication.OfGeneric.class,
    GuardedApplication.OfPage.class,
    GuardedApplication.Later.class
})
public class GuardedApplication {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("carl")
                        .password("{noop}secret")
                        .roles("CLERK")
                        .build(),
                User.withUsername("ana").password("{noop}secret").roles("USER").build());
    }

    @Bean
    RoomAuthorizer everyRoom() {
        return (room, handshake) -> true;
    }

    static LiveViewMessage done() {
        return LiveViewMessage.replace("#x")
                .text(SecurityContextHolder.getContext().getAuthentication().getName());
    }

    @Retention(RetentionPolicy.RUNTIME)
    @PreAuthorize("hasRole('CLERK')")
    @interface ClerksOnly {}

    /** Annotations on the methods themselves, of a class without interfaces. */
    static class OnMethods {

        @LiveViewHandler("pre")
        @PreAuthorize("hasRole('CLERK')")
        LiveViewMessage pre() {
            return done();
        }

        @LiveViewHandler("post")
        @PostAuthorize("hasRole('CLERK')")
        LiveViewMessage post() {
            return done();
        }

        @LiveViewHandler("secured")
        @Secured("ROLE_CLERK")
        LiveViewMessage secured() {
            return done();
        }

        @LiveViewHandler("meta")
        @ClerksOnly
        protected LiveViewMessage meta() {
            return done();
        }

        @LiveViewHandler("denied")
        LiveViewMessage denied() {
            throw new AccessDeniedException("a secret reason");
        }

        @LiveViewHandler("unauthenticated")
        LiveViewMessage unauthenticated() {
            throw new BadCredentialsException("a secret reason");
        }

        @LiveViewHandler("open")
        LiveViewMessage open() {
            return LiveViewMessage.replace("#x").text("open");
        }
    }

    /** An annotation on the class. */
    @PreAuthorize("hasRole('CLERK')")
    static class OnClass {

        @LiveViewHandler("ofClass")
        LiveViewMessage ofClass() {
            return done();
        }
    }

    interface Guarded {

        @PreAuthorize("hasRole('CLERK')")
        LiveViewMessage ofInterface();
    }

    static class OfInterface implements Guarded {

        @Override
        @LiveViewHandler("ofInterface")
        public LiveViewMessage ofInterface() {
            return done();
        }
    }

    abstract static class Generic<T> {

        @PreAuthorize("hasRole('CLERK')")
        public abstract LiveViewMessage ofGeneric(T content);
    }

    static class OfGeneric extends Generic<LiveViewConsumer> {

        @Override
        @LiveViewHandler("ofGeneric")
        public LiveViewMessage ofGeneric(LiveViewConsumer consumer) {
            return done();
        }
    }

    /** A bean for every page. */
    @LiveViewScope
    static class OfPage {

        @LiveViewHandler("ofPage")
        @PreAuthorize("hasRole('CLERK')")
        LiveViewMessage ofPage() {
            return done();
        }
    }

    /** What comes after the handler has returned, with the user where the application's own code is called. */
    static class Later {

        private final LiveViewTasks tasks;
        private final OnMethods guarded;

        Later(LiveViewTasks tasks, OnMethods guarded) {
            this.tasks = tasks;
            this.guarded = guarded;
        }

        @LiveViewHandler("stage")
        @PreAuthorize("hasRole('CLERK')")
        CompletionStage<LiveViewMessage> stage() {
            return CompletableFuture.completedFuture(done());
        }

        @LiveViewHandler("failedStage")
        CompletionStage<LiveViewMessage> failedStage() {
            return CompletableFuture.supplyAsync(() -> {
                throw new AccessDeniedException("a secret reason");
            });
        }

        @LiveViewHandler("stream")
        Stream<LiveViewMessage> stream() {
            return Stream.of(1).map(each -> guarded.pre());
        }

        @LiveViewHandler("task")
        void task(LiveViewConsumer consumer) {
            tasks.on(consumer).start(guarded::pre);
        }
    }
}

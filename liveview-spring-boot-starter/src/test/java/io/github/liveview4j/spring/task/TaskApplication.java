package io.github.liveview4j.spring.task;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.spring.request.RequestScopes;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** An application with users and slow work that only they may have done. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
@EnableScheduling
@EnableMethodSecurity
@Import(TaskApplication.Reports.class)
class TaskApplication {

    static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(TaskApplication.class)
                .properties(
                        "server.port=0",
                        "liveview.broadcast=local",
                        "liveview.locales=en,de",
                        "spring.messages.fallback-to-system-locale=false")
                .properties(properties)
                .run();
    }

    static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) {
        http.authorizeHttpRequests(requests ->
                requests.requestMatchers("/ws/**").permitAll().anyRequest().authenticated());
        return http.formLogin(Customizer.withDefaults()).build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(User.withUsername("alice")
                .password("{noop}secret")
                .roles("CLERK")
                .build());
    }

    @Bean
    RoomAuthorizer everyRoom() {
        return (room, handshake) -> true;
    }

    static class Reports {

        private final MessageSource messages;

        Reports(MessageSource messages) {
            this.messages = messages;
        }

        /** Says on which thread, for whom and in which language it was made. */
        @PreAuthorize("hasRole('CLERK')")
        String build() {
            String user = SecurityContextHolder.getContext().getAuthentication().getName();
            LiveViewConsumer page = RequestScopes.page();
            return Thread.currentThread().getName() + ": "
                    + messages.getMessage("greeting", new Object[] {user}, LocaleContextHolder.getLocale())
                    + (page == null ? "" : " in " + page.room());
        }

        @Async
        @PreAuthorize("hasRole('CLERK')")
        CompletableFuture<String> buildLater() {
            return CompletableFuture.completedFuture(build());
        }
    }
}

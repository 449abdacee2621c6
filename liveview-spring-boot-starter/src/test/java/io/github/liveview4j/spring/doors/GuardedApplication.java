package io.github.liveview4j.spring.doors;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewPage;
import io.github.liveview4j.RoomAuthorizer;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that anybody may load, handlers that not everybody may call, rooms that not everybody may be in. */
@SpringBootApplication
@EnableMethodSecurity
class GuardedApplication {

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("ana").password("{noop}secret").roles("CLERK").build(),
                User.withUsername("bob").password("{noop}secret").roles("GUEST").build());
    }

    @Bean
    SecurityFilterChain web(org.springframework.security.config.annotation.web.builders.HttpSecurity http)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> {})
                .build();
    }

    @Bean
    RoomAuthorizer ownRooms() {
        return (room, handshake) -> handshake
                .user()
                .map(Principal::getName)
                .filter(name -> room.equals("of:" + name))
                .isPresent();
    }

    @Controller
    static class Pages {

        @GetMapping("/page")
        String page(LiveViewPage page, Principal user) {
            if (user != null) {
                page.join("private:" + user.getName());
            }
            return "guarded";
        }
    }

    /** Notes who ran what. */
    @Component
    static class Guarded {

        private final List<String> ran = new CopyOnWriteArrayList<>();

        /** What has run, as a method: a proxy has no fields. */
        List<String> ran() {
            return ran;
        }

        private void ran(String handler, LiveViewConsumer consumer) {
            ran.add(handler + " " + consumer.user().map(Principal::getName).orElse("nobody"));
        }

        @LiveViewHandler
        void open(LiveViewConsumer consumer) {
            ran("open", consumer);
        }

        @LiveViewHandler
        void join(LiveViewConsumer consumer, LiveViewContent content) {
            consumer.join(content.data("room"));
        }

        @LiveViewHandler
        @PreAuthorize("isAuthenticated()")
        void signedIn(LiveViewConsumer consumer) {
            ran("signedIn", consumer);
        }

        @LiveViewHandler
        @PreAuthorize("hasRole('CLERK')")
        void clerks(LiveViewConsumer consumer) {
            ran("clerks", consumer);
        }

        @LiveViewHandler
        @PreAuthorize("#content.data('owner') == authentication.name")
        void owners(LiveViewConsumer consumer, LiveViewContent content) {
            ran("owners", consumer);
        }
    }
}

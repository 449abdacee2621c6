package io.github.liveview4j.spring.session.office;

import io.github.liveview4j.RoomAuthorizer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** An application with a sign-in form, and a desk whose handler notes when it is run. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Desk.class, Door.class})
public class OfficeApplication {

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("ana")
                        .password("{noop}secret")
                        .roles("USER", "CLERK")
                        .build(),
                User.withUsername("bob").password("{noop}secret").roles("USER").build());
    }

    @Bean
    RoomAuthorizer everyRoom() {
        return (room, handshake) -> true;
    }

    /** Starts it on a port of its own. */
    public static ConfigurableApplicationContext start(Class<?> security, String... properties) {
        return start(new Class<?>[] {security}, properties);
    }

    /** Starts it on a port of its own, with several configurations more. */
    public static ConfigurableApplicationContext start(Class<?>[] more, String... properties) {
        Class<?>[] sources = Stream.concat(Stream.of(OfficeApplication.class), Arrays.stream(more))
                .toArray(Class<?>[]::new);
        return new SpringApplicationBuilder(sources)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "liveview.broadcast=local",
                        "liveview.page-token=optional",
                        "liveview.limits.calls=1000",
                        "liveview.limits.calls-burst=1000")
                .run(Arrays.stream(properties).map(each -> "--" + each).toArray(String[]::new));
    }

    /** Returns the port of one that was started. */
    public static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}

package io.github.liveview4j.spring.scope.shop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with carts, one a page. Its handlers are found on the class path. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import({ScopeApplication.Totals.class, ScopeApplication.Front.class})
public class ScopeApplication {

    /** Starts it on any free port. */
    public static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(ScopeApplication.class)
                .properties("server.port=0", "liveview.broadcast=local")
                .properties(properties)
                .run();
    }

    public static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    Diary diary() {
        return new Diary();
    }

    /** What happened to carts, kept beyond the application's end. */
    public static final class Diary {

        public final List<String> lines = new CopyOnWriteArrayList<>();
    }

    /** A service that has the cart of whoever calls it. */
    public static class Totals {

        private final Cart cart;

        Totals(Cart cart) {
            this.cart = cart;
        }

        int total() {
            return cart.items() * 10;
        }
    }

    /** Has no page. */
    @RestController
    public static class Front {

        private final Totals totals;

        Front(Totals totals) {
            this.totals = totals;
        }

        @GetMapping("/total")
        String total() {
            try {
                return String.valueOf(totals.total());
            } catch (RuntimeException e) {
                return e + " because of " + e.getCause();
            }
        }
    }
}

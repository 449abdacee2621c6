package io.github.liveview4j.spring.thymeleaf.shop;

import io.github.liveview4j.RoomAuthorizer;
import java.text.ParseException;
import java.util.Locale;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.Formatter;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** An application with users, forms, messages and a formatter. Its handlers are found on the class path. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({OrderController.class, ViewController.class, KeptPages.class})
public class ShopApplication {

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/ws/**", "/remember", "/forget", "/wishes")
                .permitAll()
                .requestMatchers("/admin/**")
                .hasRole("ADMIN")
                .anyRequest()
                .authenticated());
        http.formLogin(Customizer.withDefaults());
        return http.build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("alice")
                        .password("{noop}secret")
                        .roles("USER")
                        .build(),
                User.withUsername("root")
                        .password("{noop}secret")
                        .roles("ADMIN")
                        .build());
    }

    @Bean
    RoomAuthorizer everyRoom() {
        return (room, handshake) -> true;
    }

    @Bean
    Stock stock() {
        return new Stock();
    }

    @Bean
    Formatter<Money> moneyFormatter() {
        return new Formatter<>() {
            @Override
            public Money parse(String text, Locale locale) throws ParseException {
                throw new ParseException(text, 0);
            }

            @Override
            public String print(Money money, Locale locale) {
                return money.cents() / 100 + " coins";
            }
        };
    }

    /** What templates read by {@code ${@stock.left('tea')}}. */
    public static final class Stock {

        public int left(String article) {
            return article.length();
        }
    }

    /** Something that only the application's formatter can print. */
    public record Money(int cents) {}
}

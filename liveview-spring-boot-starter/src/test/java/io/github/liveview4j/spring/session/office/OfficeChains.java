package io.github.liveview4j.spring.session.office;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** How the office is guarded, by one of these. */
public final class OfficeChains {

    private OfficeChains() {}

    /** The usual one: a form, a session. */
    @Configuration(proxyBeanMethods = false)
    public static class WithForm {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/ws/**", "/door/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .formLogin(Customizer.withDefaults())
                    .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                    .csrf(csrf -> csrf.ignoringRequestMatchers("/logout"))
                    .build();
        }
    }

    /** One session for each user. */
    @Configuration(proxyBeanMethods = false)
    public static class WithOneSession {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .sessionManagement(sessions -> sessions.maximumSessions(1))
                    .build();
        }
    }

    /** A logout that leaves the session and takes the user out of it. */
    @Configuration(proxyBeanMethods = false)
    public static class WithSessionLeft {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .formLogin(Customizer.withDefaults())
                    .logout(logout -> logout.invalidateHttpSession(false))
                    .csrf(csrf -> csrf.ignoringRequestMatchers("/logout"))
                    .build();
        }
    }

    /** A password with every request, and no session. */
    @Configuration(proxyBeanMethods = false)
    public static class WithBasic {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/door/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }
    }
}

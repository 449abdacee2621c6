package io.github.liveview4j.examples.chat;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * A sign-in that every node can verify: the name stands in a signed cookie (Spring Security's "remember me"), and there are no
 * HTTP sessions. So a page whose node is gone is at home on the next one, and no proxy has to keep visitors and nodes together.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types liveview";

    @Bean
    SecurityFilterChain security(HttpSecurity http, UserDetailsService users, @Value("${chat.key}") String key)
            throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/sign-in", "/chat.css", "/icon.svg", "/liveview/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/sign-in").usernameParameter("name"))
                .authenticationManager(claim -> authenticated(users.loadUserByUsername(claim.getName())))
                .rememberMe(cookie -> cookie.alwaysRemember(true).key(key).userDetailsService(users))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // What else a session would hold: the token of forms, and where one wanted to go before the sign-in.
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        // Every request is a sign-in now; a new token each time would spoil the forms of other tabs.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    /** No password is asked for, so there is nothing to compare. */
    private static Authentication authenticated(UserDetails user) {
        return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    }
}

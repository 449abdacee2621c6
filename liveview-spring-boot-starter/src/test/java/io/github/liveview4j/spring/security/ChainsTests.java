package io.github.liveview4j.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.session.office.OfficeApplication;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Chains as applications have them, with not a word about LiveView, or with the one line of the guide. */
class ChainsTests {

    /** Everything that Spring Security starts with, plus other ways in. */
    @Configuration(proxyBeanMethods = false)
    static class Strict {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .httpBasic(Customizer.withDefaults())
                    .rememberMe(Customizer.withDefaults())
                    .cors(Customizer.withDefaults())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithTheLine {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/liveview/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Stateless {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .csrf(csrf -> csrf.disable())
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .build();
        }
    }

    private static final String SCRIPT = "/liveview/liveview.min.js";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("ana:secret".getBytes(StandardCharsets.UTF_8));

    @Test
    void aChainThatLetsInOnlyWhoIsSignedInNeedsNoWordForThePagesBehindIt() {
        try (ConfigurableApplicationContext context = OfficeApplication.start(Strict.class)) {
            int port = OfficeApplication.port(context);
            TestBrowser nobody = new TestBrowser(port, "");
            HttpResponse<String> refused = nobody.get(SCRIPT);
            assertThat(refused.statusCode()).isIn(302, 401);
            try (RawWebSocket socket = RawWebSocket.v2(port, "/ws/liveview/" + UUID.randomUUID())) {
                assertThat(socket.status()).isIn(302, 401);
            }

            TestBrowser browser = new TestBrowser(port, "").signIn("ana", "secret");
            HttpResponse<String> script = browser.get(SCRIPT);
            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(script.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            try (TestPage page = browser.open("desk");
                    TestPage basic = new TestBrowser(port, "").open("desk", "Authorization", BASIC)) {
                assertThat(page.html("work")).isEqualTo("ana");
                assertThat(basic.html("work")).isEqualTo("ana");
            }
        }
    }

    @Test
    void oneLineLetsTheSignInPageHaveTheScript() {
        try (ConfigurableApplicationContext context = OfficeApplication.start(WithTheLine.class)) {
            int port = OfficeApplication.port(context);

            HttpResponse<String> script = new TestBrowser(port, "").get(SCRIPT);

            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(script.headers().firstValue("Set-Cookie")).isEmpty();
            try (RawWebSocket socket = RawWebSocket.v2(port, "/ws/liveview/" + UUID.randomUUID())) {
                assertThat(socket.status()).isEqualTo(302);
            }
        }
    }

    @Test
    void aStatelessChainGetsNoSession() {
        try (ConfigurableApplicationContext context =
                OfficeApplication.start(Stateless.class, "liveview.session-check=50ms")) {
            int port = OfficeApplication.port(context);
            try (RawWebSocket socket =
                    RawWebSocket.v2(port, "/ws/liveview/" + UUID.randomUUID(), "Authorization: " + BASIC)) {
                assertThat(socket.status()).isEqualTo(101);
                assertThat(socket.responseHeaders())
                        .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("set-cookie"));
            }
            try (TestPage page = new TestBrowser(port, "").open("desk", "Authorization", BASIC)) {
                assertThat(page.html("work")).isEqualTo("ana");
                assertThat(page.html("work")).isEqualTo("ana");
            }
        }
    }
}

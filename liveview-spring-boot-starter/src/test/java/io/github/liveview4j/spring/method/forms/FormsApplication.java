package io.github.liveview4j.spring.method.forms;

import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** An application whose handlers have the parameters of controllers. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FormsApplication.Advice.class)
public class FormsApplication {

    /** What the line begins with by which it tells its port. */
    public static final String STARTED = "Started at port ";

    /** Starts it at a port of its own. */
    @SuppressWarnings("SystemOut") // read by who has started it
    public static void main(String... arguments) {
        ConfigurableApplicationContext context = SpringApplication.run(FormsApplication.class, "--server.port=0");
        System.out.println(STARTED + context.getEnvironment().getProperty("local.server.port"));
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.formLogin(Customizer.withDefaults());
        return http.build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(User.withUsername("alice")
                .password("{noop}secret")
                .roles("USER")
                .build());
    }

    @Bean
    RoomAuthorizer everyRoom() {
        return (room, handshake) -> true;
    }

    @Bean
    LocaleResolver localeResolver() {
        FixedLocaleResolver resolver = new FixedLocaleResolver(java.util.Locale.ENGLISH);
        resolver.setDefaultTimeZone(java.util.TimeZone.getTimeZone("Pacific/Auckland"));
        return resolver;
    }

    @Bean
    LiveViewExceptionResolver refusedOrders() {
        return (exception, consumer, content) -> content.function().equals("order_told")
                        && exception instanceof org.springframework.web.bind.MethodArgumentNotValidException invalid
                ? LiveViewExceptionResolver.Resolution.error("refused_" + invalid.getFieldErrorCount())
                : null;
    }

    @Bean
    WebMvcConfigurer ownArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType() == Tenant.class;
                    }

                    @Override
                    public Object resolveArgument(
                            MethodParameter parameter,
                            @Nullable ModelAndViewContainer container,
                            NativeWebRequest request,
                            @Nullable WebDataBinderFactory binders) {
                        return new Tenant(String.valueOf(request.getHeader("X-Tenant")));
                    }
                });
            }
        };
    }

    /** What only the application's own resolver knows. */
    public record Tenant(String name) {}

    @ControllerAdvice
    static class Advice {

        @InitBinder("trimmed")
        void trim(WebDataBinder binder) {
            binder.registerCustomEditor(
                    String.class, new org.springframework.beans.propertyeditors.StringTrimmerEditor(true));
        }
    }
}

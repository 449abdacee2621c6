package io.github.liveview4j.spring.page;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewPage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** An application whose controllers join rooms, in every way in which Spring MVC lets one write a controller. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(JoiningApplication.Pages.class)
class JoiningApplication {

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("ana").password("{noop}secret").roles("USER").build(),
                User.withUsername("bob").password("{noop}secret").roles("USER").build());
    }

    @Bean
    ErrorViewResolver failures() {
        return (request, status, model) -> new ModelAndView("pages/failure", model);
    }

    /** What happens while a page is loaded. */
    @Bean
    WhileLoading whileLoading() {
        return new WhileLoading();
    }

    static class WhileLoading {

        final AtomicReference<Runnable> once = new AtomicReference<>(() -> {});

        void run() {
            once.getAndSet(() -> {}).run();
        }
    }

    /** An application's own interceptor may load something for the page. */
    @Bean
    WebMvcConfigurer loadingInterceptor(WhileLoading loading) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandlerInterceptor() {
                            @Override
                            public boolean preHandle(
                                    HttpServletRequest request, HttpServletResponse response, Object handler) {
                                loading.run();
                                return true;
                            }
                        })
                        .addPathPatterns("/intercepted");
            }
        };
    }

    /** Claims every interface that nobody has claimed before, as Spring Data did for its projections. */
    @Bean
    @Order(0)
    WebMvcConfigurer greedy() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType().isInterface();
                    }

                    @Override
                    public Object resolveArgument(
                            MethodParameter parameter,
                            ModelAndViewContainer container,
                            NativeWebRequest request,
                            WebDataBinderFactory binders) {
                        throw new IllegalStateException("This is no page");
                    }
                });
            }
        };
    }

    @Bean
    RouterFunction<ServerResponse> functions() {
        return RouterFunctions.route()
                .GET("/function", request -> {
                    request.attribute(LiveViewPage.class.getName())
                            .map(LiveViewPage.class::cast)
                            .orElseThrow()
                            .join("function");
                    return ServerResponse.ok().render("pages/page");
                })
                .build();
    }

    @Bean
    Handlers handlers() {
        return new Handlers();
    }

    static class Handlers {

        @LiveViewHandler("news")
        LiveViewMessage news(LiveViewConsumer consumer) {
            return LiveViewMessage.replace("#news").template("pages/page :: script");
        }
    }

    @Controller
    static class Pages {

        private final WhileLoading loading;
        private final ISpringTemplateEngine engine;

        Pages(WhileLoading loading, ISpringTemplateEngine engine) {
            this.loading = loading;
            this.engine = engine;
        }

        @GetMapping({"/plain", "/intercepted"})
        String plain() {
            return "pages/page";
        }

        @GetMapping("/articles/{id}")
        String article(@PathVariable long id, LiveViewPage page) {
            page.join("article:" + id);
            loading.run();
            return "pages/page";
        }

        @GetMapping("/two")
        String two(LiveViewPage page) {
            page.join("b");
            page.join("a");
            page.join("b");
            return "pages/page";
        }

        @GetMapping("/many/{count}")
        String many(@PathVariable int count, LiveViewPage page) {
            IntStream.range(0, count).forEach(number -> page.join("room:" + number));
            page.join("room:0");
            return "pages/page";
        }

        @GetMapping("/odd")
        String odd(LiveViewPage page) {
            page.join("no room");
            return "pages/page";
        }

        @GetMapping("/by-hand")
        String byHand(LiveViewPage page) {
            page.join("hand");
            return "pages/by-hand";
        }

        @GetMapping("/by-hand/plain")
        String byHandPlain() {
            return "pages/by-hand";
        }

        @GetMapping("/callable")
        Callable<String> callable(LiveViewPage page) {
            loading.run();
            return () -> {
                page.join("callable");
                return "pages/page";
            };
        }

        @GetMapping("/deferred")
        DeferredResult<String> deferred(LiveViewPage page) {
            page.join("deferred");
            DeferredResult<String> result = new DeferredResult<>();
            new Thread(() -> result.setResult("pages/page")).start();
            return result;
        }

        @GetMapping("/streamed")
        StreamingResponseBody streamed(HttpServletRequest request, HttpServletResponse response, LiveViewPage page) {
            page.join("streamed");
            WebContext context =
                    new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
                            .buildExchange(request, response));
            return out -> out.write(engine.process("pages/page", context).getBytes());
        }

        @GetMapping("/forwarded")
        String forwarded(LiveViewPage page, @Value("${spring.mvc.servlet.path:}") String servlet) {
            page.join("forwarded");
            return "forward:" + servlet + "/plain";
        }

        @GetMapping("/broken")
        String broken(LiveViewPage page) {
            page.join("secret");
            throw new IllegalStateException("This page fails once it has joined");
        }

        @GetMapping("/refused")
        void refused(LiveViewPage page, HttpServletResponse response) throws IOException {
            page.join("secret");
            response.sendError(403);
        }

        @GetMapping("/view-broken")
        String viewBroken(LiveViewPage page) {
            page.join("secret");
            return "pages/none";
        }

        @GetMapping("/callable-broken")
        Callable<String> callableBroken(LiveViewPage page) {
            page.join("secret");
            return () -> {
                throw new IllegalStateException("This page fails in another thread");
            };
        }

        static class Handled extends RuntimeException {}

        @GetMapping("/handled")
        String handled(LiveViewPage page) {
            page.join("secret");
            throw new Handled();
        }

        @ExceptionHandler(Handled.class)
        String handle(LiveViewPage page) {
            page.join("help");
            return "pages/failure";
        }

        static class HandledInBody extends RuntimeException {}

        @GetMapping("/handled-in-body")
        String handledInBody(LiveViewPage page) {
            page.join("secret");
            throw new HandledInBody();
        }

        @ExceptionHandler(HandledInBody.class)
        @ResponseBody
        String handleInBody(HttpServletRequest request) {
            // As a body that is rendered here and now would have it.
            return "rooms: " + RequestedPage.of(request).rooms();
        }

        @GetMapping("/enter/{name}")
        String enter(@PathVariable String name, LiveViewPage page, HttpServletRequest request) throws ServletException {
            page.join("entered");
            request.login(name, "secret");
            return "pages/page";
        }

        @GetMapping("/leave")
        String leave(HttpServletRequest request) throws ServletException {
            request.logout();
            return "pages/page";
        }
    }
}

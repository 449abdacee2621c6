package io.github.liveview4j.spring.thymeleaf.page;

import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** An application with one page, whose script tag the dialect writes. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PageApplication.PageController.class)
public class PageApplication {

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Controller
    static class PageController {

        @GetMapping("/page")
        String page(Model model) {
            model.addAttribute("nonce", "r4nd");
            model.addAttribute("items", List.of());
            return "dialect/page";
        }
    }
}

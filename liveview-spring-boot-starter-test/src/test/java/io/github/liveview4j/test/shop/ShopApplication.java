package io.github.liveview4j.test.shop;

import io.github.liveview4j.LiveViewPage;
import io.github.liveview4j.RoomAuthorizer;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@SpringBootApplication
class ShopApplication {

    @Controller
    static class Pages {

        private final Visits visits = new Visits();

        @GetMapping("/")
        String shop(Model model, LiveViewPage page) {
            page.join("shop");
            model.addAttribute("visits", visits.next());
            return "shop";
        }

        @GetMapping("/to-the-shop")
        String away() {
            return "redirect:/";
        }

        @GetMapping("/form")
        String form() {
            return "form";
        }

        @GetMapping("/keys")
        String keys() {
            return "keys";
        }

        @GetMapping("/mistakes")
        String mistakes() {
            return "mistakes";
        }

        @GetMapping("/orders/{id}")
        String order(@PathVariable int id, Model model) {
            model.addAttribute("id", id);
            return "order";
        }

        @PostMapping("/sent")
        String sent(@RequestParam String comment, @RequestParam(defaultValue = "none") String by, Model model) {
            model.addAttribute("comment", comment + " by " + by);
            return "sent";
        }

        @GetMapping("/secret")
        String secret() {
            return "room";
        }

        @GetMapping(path = "/plain", produces = "text/html")
        @ResponseBody
        String plain() {
            return "<p>Nothing live</p>";
        }

        @GetMapping("/dead")
        String dead() {
            return "dead";
        }

        @GetMapping("/json")
        @ResponseBody
        List<String> json() {
            return List.of("no page");
        }
    }

    static class Visits {
        private int count;

        synchronized int next() {
            return ++count;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Security {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/orders/**")
                            .authenticated()
                            .anyRequest()
                            .permitAll())
                    .formLogin(Customizer.withDefaults())
                    // So that nobody is remembered by a session: each request of a test has to say who it is.
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .build();
        }

        @Bean
        RoomAuthorizer ownRooms() {
            return (room, handshake) -> handshake
                    .user()
                    .filter(user -> room.equals("of-" + user.getName()))
                    .isPresent();
        }
    }
}

package io.github.liveview4j.spring.hostile;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.room.RoomName;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestParam;

/** An application whose handlers take all that handlers may take, and which fail at nothing by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class HostileApplication {

    /** The names of its handlers. */
    static final List<String> HANDLERS = List.of(
            "values", "record", "strict", "bean", "tree", "record_tree", "maps", "content", "data", "join", "leave");

    @Bean
    SecurityFilterChain everything(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    RoomAuthorizer everyRoom() {
        return (room, handshake) -> true;
    }

    /** Its handlers. */
    static class Handlers {

        private static LiveViewMessage said(@Nullable Object value) {
            return LiveViewMessage.replace("#t").text(String.valueOf(value));
        }

        @LiveViewHandler
        LiveViewMessage values(
                @RequestParam(required = false) List<Integer> numbers,
                @RequestParam(required = false) @Nullable BigDecimal amount,
                @RequestParam(required = false) @Nullable BigInteger whole,
                @RequestParam(required = false) @Nullable LocalDate day,
                @RequestParam(required = false) @Nullable UUID id,
                @RequestParam(required = false) Forms.@Nullable Colour colour,
                int count,
                boolean sure) {
            return said(numbers + " " + amount + " " + whole + " " + day + " " + id + " " + colour + count + sure);
        }

        @LiveViewHandler
        LiveViewMessage record(@Valid Forms.Order order, BindingResult errors) {
            return said(errors.hasErrors() ? errors.getFieldErrorCount() : order);
        }

        @LiveViewHandler
        LiveViewMessage strict(@Valid Forms.Order order) {
            return said(order);
        }

        @LiveViewHandler
        LiveViewMessage bean(@Valid Forms.Profile profile, BindingResult errors) {
            return said(errors.getFieldErrorCount() + " " + profile.getNick());
        }

        @LiveViewHandler
        LiveViewMessage tree(@Valid Forms.Tree tree, BindingResult errors) {
            return said(errors.getFieldErrorCount() + " " + tree.getText());
        }

        @LiveViewHandler("record_tree")
        LiveViewMessage recordTree(@Valid Forms.RecordTree tree, BindingResult errors) {
            return said(errors.getFieldErrorCount() + " " + tree.text());
        }

        @LiveViewHandler
        LiveViewMessage maps(Forms.Maps maps, BindingResult errors) {
            return said(errors.getFieldErrorCount());
        }

        @LiveViewHandler
        LiveViewMessage content(LiveViewContent content, Locale locale) {
            return said(content + " " + locale + content.form().size()
                    + content.untouched().size());
        }

        @LiveViewHandler
        LiveViewMessage data(Map<String, Object> data) {
            return said(data.hashCode());
        }

        @LiveViewHandler
        void join(@RequestParam(defaultValue = "") String room, LiveViewConsumer page) {
            if (RoomName.isValid(room)) {
                page.join(room);
            }
        }

        @LiveViewHandler
        void leave(@RequestParam(defaultValue = "") String room, LiveViewConsumer page) {
            if (RoomName.isValid(room)) {
                page.leave(room);
            }
        }
    }
}

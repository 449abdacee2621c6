package io.github.liveview4j.spring.method.forms;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Pageable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Handlers with single values. */
class ValueHandlers {

    private static LiveViewMessage text(@Nullable Object... values) {
        return replace("#t").text(Arrays.toString(values));
    }

    @LiveViewHandler
    LiveViewMessage values(
            @Nullable String text, @Nullable Integer number, @Nullable DayOfWeek day, boolean flag, Optional<Long> id) {
        return text(text, number, day, flag, id);
    }

    @LiveViewHandler
    LiveViewMessage page(int page) {
        return text(page);
    }

    @LiveViewHandler
    LiveViewMessage date(@DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate on) {
        return text(on);
    }

    @LiveViewHandler
    LiveViewMessage params(
            @RequestParam String needed,
            @RequestParam(defaultValue = "7") int given,
            @RequestParam(name = "tags", required = false) @Nullable List<String> many,
            String[] tags) {
        return text(needed, given, many, Arrays.toString(tags));
    }

    @LiveViewHandler("all_params")
    LiveViewMessage allParams(@RequestParam Map<String, String> all) {
        return text(all);
    }

    @LiveViewHandler
    LiveViewMessage who(@Nullable Authentication authentication, @AuthenticationPrincipal @Nullable UserDetails user) {
        return text(authentication == null ? null : authentication.getName(), user == null ? null : user.getUsername());
    }

    @LiveViewHandler
    LiveViewMessage where(
            Locale locale, TimeZone zone, ZoneId id, @Value("${spring.application.name:forms}") String name) {
        return text(locale, zone.getID(), id, name);
    }

    @LiveViewHandler
    LiveViewMessage handshake(
            FormsApplication.Tenant tenant,
            @RequestHeader("X-Tenant") String header,
            @CookieValue(name = "none", required = false) @Nullable String cookie,
            HttpServletRequest request) {
        return text(tenant.name(), header, cookie, request.getParameter("q"), request.getQueryString());
    }

    @LiveViewHandler
    LiveViewMessage pageable(Pageable pageable) {
        return text(pageable.getPageNumber(), pageable.getPageSize(), pageable.getSort());
    }
}

package io.github.liveview4j.spring.thymeleaf.shop;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Say what is on their thread. */
class ThreadHandlers {

    @LiveViewHandler
    LiveViewMessage userOfThread() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return text(authentication == null ? "none" : authentication.getName() + authentication.getAuthorities());
    }

    @LiveViewHandler
    LiveViewMessage languageOfThread() {
        return text(LocaleContextHolder.getLocale().toLanguageTag());
    }

    @LiveViewHandler
    LiveViewMessage requestOfThread() {
        return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes
                ? text(attributes.getRequest().getRequestURI() + "?"
                        + attributes.getRequest().getQueryString())
                : text("none");
    }

    @LiveViewHandler
    LiveViewMessage addressOfThread() {
        return text(ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/orders/7")
                .toUriString());
    }

    private static LiveViewMessage text(String text) {
        return replace("#target").text(text);
    }
}

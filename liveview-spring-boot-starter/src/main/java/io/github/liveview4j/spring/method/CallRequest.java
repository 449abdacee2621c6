package io.github.liveview4j.spring.method;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The request of a page whose parameters are those of one call, and none of the handshake's.
 *
 * <p>For the thread of the call.
 */
final class CallRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters;
    private final @Nullable LocaleResolver localeResolver;

    CallRequest(HttpServletRequest request, Map<String, String[]> parameters, @Nullable LocaleResolver localeResolver) {
        super(request);
        this.parameters = parameters;
        this.localeResolver = localeResolver;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE.equals(name) && localeResolver != null
                ? new PageLocale(getLocale(), localeResolver)
                : super.getAttribute(name);
    }

    /** The language of the page, with the time zone that the application's resolver knows. */
    private record PageLocale(Locale locale, LocaleResolver resolver) implements LocaleContextResolver {

        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            TimeZone zone = resolver instanceof LocaleContextResolver known
                            && known.resolveLocaleContext(request) instanceof TimeZoneAwareLocaleContext context
                    ? context.getTimeZone()
                    : null;
            return new SimpleTimeZoneAwareLocaleContext(locale, zone);
        }

        @Override
        public void setLocaleContext(
                HttpServletRequest request,
                @Nullable HttpServletResponse response,
                @Nullable LocaleContext localeContext) {
            throw new UnsupportedOperationException("The language of a page cannot be changed in a call");
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return locale;
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            setLocaleContext(request, response, null);
        }
    }
}

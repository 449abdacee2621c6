package io.github.liveview4j.examples.showcase.recipes.language;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** A link with {@code ?lang=es} changes the language; a cookie keeps it; without one it is the browser's. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor() {

            @Override
            protected Locale parseLocaleValue(String lang) {
                return LANGUAGES.stream()
                        .filter(locale -> locale.getLanguage().equals(lang))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("none of " + LANGUAGES));
            }
        };
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true); // one that this application has not included
        registry.addInterceptor(change);
    }

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(LANGUAGES);
        browser.setDefaultLocale(Locale.ENGLISH);
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocaleFunction(browser::resolveLocale);
        return resolver;
    }
}

package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.spring.assets.AssetsVersion;
import io.github.liveview4j.spring.page.PageRequests;
import io.github.liveview4j.spring.page.PageScript;
import io.github.liveview4j.spring.page.PageWords;
import io.github.liveview4j.spring.view.LiveViewVariable;
import io.github.liveview4j.spring.view.VariableOfViews;
import io.github.liveview4j.spring.view.ViewRuntimeHints;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.boot.webmvc.autoconfigure.WebMvcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.util.function.SingletonSupplier;

/**
 * The page as an argument of controllers, and what templates of any engine find of it.
 *
 * <p>Part of the auto-configuration and, alone, of tests of controllers with {@code @WebMvcTest}, where there is no log and
 * nothing to sign: controllers can be called, and their pages carry nothing.
 */
@Configuration(proxyBeanMethods = false)
@ImportRuntimeHints(ViewRuntimeHints.class)
class PageConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PageRequests liveViewPageRequests(ObjectProvider<RoomLog> log) {
        return new PageRequests(log::getIfAvailable);
    }

    @Bean
    @ConditionalOnMissingBean
    PageWords liveViewPageWords(ObjectProvider<PageTokens> tokens, ObjectProvider<AssetsVersion> assets) {
        SingletonSupplier<@Nullable AssetsVersion> version = SingletonSupplier.ofNullable(assets::getIfAvailable);
        return new PageWords(tokens::getIfAvailable, () -> {
            AssetsVersion known = version.get();
            return known == null ? null : known.id();
        });
    }

    @Bean
    @ConditionalOnMissingBean
    PageScript liveViewPageScript(
            ObjectProvider<LiveViewProperties> properties,
            ObjectProvider<DispatcherServletPath> servletPath,
            ObjectProvider<WebMvcProperties> mvc,
            PageWords words) {
        LiveViewProperties known = properties.getIfAvailable();
        DispatcherServletPath servlet = servletPath.getIfAvailable(() -> () -> "");
        WebMvcProperties mvcProperties = mvc.getIfAvailable(WebMvcProperties::new);
        return new PageScript(
                servlet.getRelativePath(known == null ? "/ws/liveview" : known.path()),
                servlet.getPrefix() + folder(mvcProperties.getStaticPathPattern()),
                words);
    }

    /** Where Spring MVC serves the files of the class path: {@code /assets} of {@code /assets/**}. */
    private static String folder(String pattern) {
        return pattern.endsWith("/**") ? pattern.substring(0, pattern.length() - "/**".length()) : "";
    }

    /** Early, since view resolvers are; what it brings is made when a template asks for it. */
    @Bean
    static VariableOfViews liveViewVariableOfViews(ObjectProvider<PageScript> script, ObjectProvider<PageWords> words) {
        return new VariableOfViews(new LiveViewVariable(script::getObject, words::getObject));
    }
}

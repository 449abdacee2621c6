package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.room.RoomTokens;
import io.github.liveview4j.spring.assets.AssetsVersion;
import io.github.liveview4j.spring.page.PageRequests;
import io.github.liveview4j.spring.page.PageWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/**
 * The page as an argument of controllers.
 *
 * <p>Part of the auto-configuration and, alone, of tests of controllers with {@code @WebMvcTest}, where there is no log and
 * nothing to sign: controllers can be called, and their pages carry nothing.
 */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PageRequests liveViewPageRequests(ObjectProvider<RoomLog> log) {
        return new PageRequests(log::getIfAvailable);
    }

    @Bean
    @ConditionalOnMissingBean
    PageWords liveViewPageWords(ObjectProvider<RoomTokens> tokens, ObjectProvider<AssetsVersion> assets) {
        SingletonSupplier<@Nullable AssetsVersion> version = SingletonSupplier.ofNullable(assets::getIfAvailable);
        return new PageWords(tokens::getIfAvailable, () -> {
            AssetsVersion known = version.get();
            return known == null ? null : known.id();
        });
    }
}

package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.spring.request.RequestScopes;
import io.github.liveview4j.spring.view.ViewFragmentRenderer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;

/** Spring MVC's views as the template engine, where Thymeleaf is not; after {@link ThymeleafConfiguration}. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    @Bean
    @ConditionalOnBean(ViewResolver.class)
    @ConditionalOnMissingBean(FragmentRenderer.class)
    ViewFragmentRenderer liveViewViewFragmentRenderer(ObjectProvider<ViewResolver> resolvers, RequestScopes scopes) {
        return new ViewFragmentRenderer(() -> resolvers.orderedStream().toList(), scopes);
    }
}

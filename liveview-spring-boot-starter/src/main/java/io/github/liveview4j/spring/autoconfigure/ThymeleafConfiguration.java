package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.spring.page.PageScript;
import io.github.liveview4j.spring.page.PageWords;
import io.github.liveview4j.spring.request.RequestScopes;
import io.github.liveview4j.spring.thymeleaf.LiveViewDialect;
import io.github.liveview4j.spring.thymeleaf.ThymeleafFragmentRenderer;
import io.github.liveview4j.spring.thymeleaf.ThymeleafRuntimeHints;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.web.context.WebApplicationContext;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.ISpringTemplateEngine;

/** Thymeleaf as the template engine, where it is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ISpringTemplateEngine.class)
@ImportRuntimeHints(ThymeleafRuntimeHints.class)
class ThymeleafConfiguration {

    @Bean
    @ConditionalOnBean(ISpringTemplateEngine.class)
    @ConditionalOnMissingBean
    FragmentRenderer liveViewFragmentRenderer(
            ISpringTemplateEngine engine,
            WebApplicationContext applicationContext,
            @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversionService,
            RequestScopes scopes,
            LiveViewProperties properties) {
        return new ThymeleafFragmentRenderer(
                engine,
                applicationContext,
                conversionService.getIfAvailable(DefaultFormattingConversionService::new),
                scopes,
                properties.warnUnescaped());
    }

    @Bean
    IDialect liveViewWrittenAttributesDialect() {
        return LiveViewDialect.writtenAttributes();
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewDialect liveViewDialect(PageScript script, PageWords words) {
        return new LiveViewDialect(script, words);
    }
}

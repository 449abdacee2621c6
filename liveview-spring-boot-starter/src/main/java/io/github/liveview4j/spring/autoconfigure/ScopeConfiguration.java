package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.spring.scope.LiveViewScope;
import io.github.liveview4j.spring.scope.PageScope;
import io.github.liveview4j.spring.scope.PageScopeLifecycle;
import io.github.liveview4j.spring.scope.PageScopeLimits;
import java.lang.reflect.Modifier;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.ScopedProxyMode;

/** Beans that belong to a page, and the page itself as one. */
@Configuration(proxyBeanMethods = false)
class ScopeConfiguration {

    /** The bean that every application has, and that is no state of its pages. */
    private static final String CONSUMER = "liveViewConsumer";

    @Bean
    static BeanFactoryPostProcessor liveViewPageScopeRegistrar() {
        return beans -> {
            beans.registerScope(LiveViewScope.NAME, new PageScope(() -> beans.getBean(PageScopeLimits.class)));
            checkProxies(beans);
        };
    }

    @Bean
    PageScopeLimits liveViewPageScopeLimits(LiveViewProperties properties) {
        return properties.scope().limits();
    }

    @Bean
    @ConditionalOnMissingBean
    PageScopeLifecycle liveViewPageScopeLifecycle(ConfigurableListableBeanFactory beans) {
        return new PageScopeLifecycle(scope(beans));
    }

    @Bean(CONSUMER)
    @Fallback
    @LiveViewScope(proxyMode = ScopedProxyMode.NO)
    LiveViewConsumer liveViewConsumer(ConfigurableListableBeanFactory beans) {
        return scope(beans).consumer();
    }

    /** What CGLIB says of a final class says nothing of a page. */
    private static void checkProxies(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (ScopedProxyUtils.isScopedTarget(name)
                    && LiveViewScope.NAME.equals(definition.getScope())
                    && Boolean.TRUE.equals(definition.getAttribute(AutoProxyUtils.PRESERVE_TARGET_CLASS_ATTRIBUTE))) {
                Class<?> type = beans.getType(name, false);
                if (type != null && Modifier.isFinal(type.getModifiers())) {
                    throw new FinalPageBeanException(type);
                }
            }
        }
    }

    private static PageScope scope(ConfigurableListableBeanFactory beans) {
        if (beans.getRegisteredScope(LiveViewScope.NAME) instanceof PageScope scope) {
            return scope;
        }
        throw new IllegalStateException(
                "Expected the scope \"" + LiveViewScope.NAME + "\" to be LiveView's, got one of another name's owner");
    }

    /** Returns whether the application keeps state for its pages. */
    static boolean isUsed(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            if (!CONSUMER.equals(name)
                    && LiveViewScope.NAME.equals(
                            beans.getMergedBeanDefinition(name).getScope())) {
                return true;
            }
        }
        return false;
    }
}

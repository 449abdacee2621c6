package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.spring.persistence.OpenInView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor;

/** Lazy relations in the templates of handlers, where {@code spring.jpa.open-in-view} has them in those of controllers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(OpenEntityManagerInViewInterceptor.class)
@ConditionalOnBean(OpenEntityManagerInViewInterceptor.class)
class PersistenceConfiguration {

    @Bean
    @ConditionalOnMissingBean
    OpenInView liveViewOpenInView(ObjectProvider<OpenEntityManagerInViewInterceptor> interceptors) {
        return new OpenInView(interceptors.orderedStream().toList());
    }
}

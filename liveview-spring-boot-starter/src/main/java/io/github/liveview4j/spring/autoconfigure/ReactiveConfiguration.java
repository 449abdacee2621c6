package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.spring.method.ReactiveReturnValues;
import org.reactivestreams.FlowAdapters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ReactiveAdapterRegistry;

/** Reactive types as what handlers return, where Reactive Streams is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(FlowAdapters.class)
class ReactiveConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ReactiveReturnValues liveViewReactiveReturnValues() {
        return new ReactiveReturnValues(ReactiveAdapterRegistry.getSharedInstance());
    }
}

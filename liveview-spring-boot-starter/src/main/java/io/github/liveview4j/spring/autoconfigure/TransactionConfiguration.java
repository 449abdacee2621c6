package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.broadcast.PublishMoment;
import io.github.liveview4j.spring.transaction.AfterCommit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Broadcasts that wait for the commit of Spring's transactions, where these are there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(TransactionSynchronizationManager.class)
class TransactionConfiguration {

    @Bean
    @ConditionalOnMissingBean(PublishMoment.class)
    AfterCommit liveViewAfterCommit() {
        return new AfterCommit();
    }
}

package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.spring.security.SecurityHandshakeAttributes;
import io.github.liveview4j.spring.security.SecurityThreadContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** The user and the CSRF token of Spring Security, where it is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({SecurityContextHolder.class, CsrfToken.class})
class SecurityConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SecurityThreadContext liveViewSecurityThreadContext() {
        return new SecurityThreadContext();
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityHandshakeAttributes liveViewSecurityHandshakeAttributes() {
        return new SecurityHandshakeAttributes();
    }
}

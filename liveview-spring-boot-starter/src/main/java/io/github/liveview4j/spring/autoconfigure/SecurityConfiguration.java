package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.dispatch.AccessWatch;
import io.github.liveview4j.spring.security.ConcurrentSessionCheck;
import io.github.liveview4j.spring.security.ForbiddenCalls;
import io.github.liveview4j.spring.security.SecuredHandlers;
import io.github.liveview4j.spring.security.SecurityHandshakeAttributes;
import io.github.liveview4j.spring.security.SecuritySessionIdentity;
import io.github.liveview4j.spring.security.SecurityThreadContext;
import io.github.liveview4j.spring.security.SignOuts;
import io.github.liveview4j.spring.security.TokenExpiryCheck;
import io.github.liveview4j.spring.session.SessionIdentity;
import io.github.liveview4j.spring.session.SessionRequests;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.security.web.csrf.CsrfToken;

/** The user and the CSRF token of Spring Security, where it is there, and what ends a user's session. */
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

    @Bean
    @ConditionalOnMissingBean(SessionIdentity.class)
    SecuritySessionIdentity liveViewSecuritySessionIdentity() {
        return new SecuritySessionIdentity();
    }

    /**
     * Spring Security takes the registry that is a bean, and else makes one that nobody else can ask: so there is a bean, for
     * {@code maximumSessions} to work without a word.
     */
    @Bean
    @ConditionalOnMissingBean(SessionRegistry.class)
    static SessionRegistryImpl liveViewSessionRegistryOfSecurity() {
        return new SessionRegistryImpl();
    }

    @Bean
    @ConditionalOnMissingBean
    ConcurrentSessionCheck liveViewConcurrentSessionCheck(SessionRegistry registry) {
        return new ConcurrentSessionCheck(registry);
    }

    @Bean
    @ConditionalOnMissingBean
    static SignOuts liveViewSignOuts(ObjectProvider<AccessWatch> watch, ObjectProvider<SessionRequests> requests) {
        return new SignOuts(watch::getObject, requests::getObject);
    }

    @Bean
    @ConditionalOnMissingBean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ForbiddenCalls liveViewForbiddenCalls() {
        return new ForbiddenCalls();
    }

    /** Where annotations can stand on methods at all: Spring Security's core has them, and Spring's AOP what sees them. */
    @Bean
    @ConditionalOnMissingBean
    SecuredHandlers liveViewSecuredHandlers(ListableBeanFactory beans) {
        return new SecuredHandlers(beans);
    }

    /** Where there are tokens that expire by themselves. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(AbstractOAuth2Token.class)
    static class OfTokens {

        @Bean
        @ConditionalOnMissingBean
        TokenExpiryCheck liveViewTokenExpiryCheck() {
            return new TokenExpiryCheck();
        }
    }
}

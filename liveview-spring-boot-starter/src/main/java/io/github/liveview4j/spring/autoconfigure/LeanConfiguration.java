package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.spring.websocket.LeanConnections;
import io.github.liveview4j.spring.websocket.LeanTomcat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;

/** Connections that take less memory, at the price of settings that hold for the whole container. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "liveview.lean-connections", havingValue = "true")
class LeanConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LeanConnections liveViewLeanConnections(WebApplicationContext context) {
        return new LeanConnections(context.getServletContext());
    }

    /** Where the server is the embedded Tomcat. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ConfigurableTomcatWebServerFactory.class)
    static class OfTomcat {

        @Bean
        @ConditionalOnMissingBean
        LeanTomcat liveViewLeanTomcat() {
            return new LeanTomcat();
        }
    }
}

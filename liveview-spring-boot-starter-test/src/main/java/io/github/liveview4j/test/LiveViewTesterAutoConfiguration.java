package io.github.liveview4j.test;

import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.MockMvc;

/** The tester, and what the application needs of it: a handshake that ends in memory, and an eye on what handlers throw. */
@AutoConfiguration(after = {LiveViewAutoConfiguration.class, MockMvcAutoConfiguration.class})
final class LiveViewTesterAutoConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Bean
    InMemoryUpgrade liveViewRequestUpgradeStrategy() {
        return new InMemoryUpgrade();
    }

    @Bean
    CallFailures liveViewTestCallFailures() {
        return new CallFailures();
    }

    @Bean
    OpenPages liveViewTestPages() {
        return new OpenPages();
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewTester liveViewTester(
            MockMvc mvc,
            CallFailures causes,
            OpenPages pages,
            HandlerMethodRegistry registry,
            LiveViewProperties properties,
            ObjectProvider<DispatcherServletPath> servletPath,
            ApplicationContext context,
            Environment environment) {
        List<String> packages = new ArrayList<>(properties.scanPackages());
        if (AutoConfigurationPackages.has(context)) {
            packages.addAll(AutoConfigurationPackages.get(context));
        }
        ClassLoader classLoader =
                Objects.requireNonNullElseGet(context.getClassLoader(), LiveViewTester.class::getClassLoader);
        HandlerNames handlers = new HandlerNames(registry, packages, classLoader);
        String path = servletPath.getIfAvailable(() -> () -> "").getRelativePath(properties.path());
        return new LiveViewTester(
                new LiveViewTester.Shared(mvc, causes, handlers, pages),
                new PageSettings(
                        environment.getProperty("liveview.test.timeout", Duration.class, TIMEOUT),
                        environment.getProperty("liveview.test.fail-on-warnings", Boolean.class, false),
                        path,
                        properties.frameLimit().toBytes()));
    }
}

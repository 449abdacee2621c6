package io.github.liveview4j.spring.handler;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.handler.HandlerResult;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Applications with handlers and little else, without a server. */
final class HandlerFixture {

    private static final LiveViewConsumer NOBODY = (LiveViewConsumer) Proxy.newProxyInstance(
            HandlerFixture.class.getClassLoader(), new Class<?>[] {LiveViewConsumer.class}, (proxy, method, args) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private HandlerFixture() {}

    /** An application of these packages below {@code scanned}. */
    static WebApplicationContextRunner applicationOf(String... packages) {
        return new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LiveViewAutoConfiguration.class))
                .withInitializer(context -> {
                    for (String name : packages) {
                        AutoConfigurationPackages.register((BeanDefinitionRegistry) context, scanned(name));
                    }
                });
    }

    static String scanned(String name) {
        return HandlerFixture.class.getPackageName() + ".scanned." + name;
    }

    static Set<String> names(ApplicationContext context) {
        return context.getBean(HandlerMethodRegistry.class).names();
    }

    /** Calls a handler that returns one message, and returns its text. */
    static String call(ApplicationContext context, String name) {
        try {
            HandlerResult answer = context.getBean(HandlerMethodRegistry.class)
                    .find(name)
                    .orElseThrow()
                    .invoke(NOBODY, LiveViewContent.of(name));
            return String.valueOf(
                    ((HandlerResult.Messages) answer).messages().get(0).html());
        } catch (Throwable e) {
            throw new AssertionError("The handler " + name + " failed", e);
        }
    }
}

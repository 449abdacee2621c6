package io.github.liveview4j.spring.handler;

import io.github.liveview4j.handler.HandlerScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Makes beans of the classes with handler methods that component scanning has not made beans of.
 *
 * <p>It searches the packages of the application and those of {@code liveview.scan-packages}. A class is registered as if
 * it had been named in a configuration, so {@code @Profile}, {@code @Conditional}, {@code @Scope} and the like hold; one
 * that is a bean already is left alone, and so is what a test or a test slice keeps out of component scanning. In an
 * application that was processed ahead of time the finds of that time are beans already, and nothing is searched.
 */
public final class HandlerBeanScanner implements BeanDefinitionRegistryPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(HandlerBeanScanner.class);

    private final Environment environment;
    private final ResourceLoader resourceLoader;

    /**
     * Creates a scanner.
     *
     * @param environment where {@code liveview.scan-packages} is read from; properties are not bound to beans this early
     * @param resourceLoader gives the application's class loader
     */
    public HandlerBeanScanner(Environment environment, ResourceLoader resourceLoader) {
        this.environment = environment;
        this.resourceLoader = resourceLoader;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (AotDetector.useGeneratedArtifacts() || !(registry instanceof ConfigurableListableBeanFactory beans)) {
            return;
        }
        long start = System.nanoTime();
        ClassLoader classLoader =
                Objects.requireNonNullElseGet(resourceLoader.getClassLoader(), ClassUtils::getDefaultClassLoader);
        List<String> registered = new ArrayList<>();
        AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(registry, environment);
        TypeExcludeFilter excluded = new TypeExcludeFilter();
        excluded.setBeanFactory(beans);
        MetadataReaderFactory metadata = new CachingMetadataReaderFactory(resourceLoader);
        for (String name : new HandlerScanner(classLoader).scan(packages(beans))) {
            if (!isExcluded(name, excluded, metadata)) {
                Class<?> type = ClassUtils.resolveClassName(name, classLoader);
                if (beans.getBeanNamesForType(type, true, false).length == 0) {
                    reader.registerBean(type);
                    registered.add(name);
                }
            }
        }
        log.debug(
                "Searched the class path for handlers in {} ms and registered {}",
                (System.nanoTime() - start) / 1_000_000,
                registered);
    }

    private Set<String> packages(ConfigurableListableBeanFactory beans) {
        Set<String> packages = new LinkedHashSet<>();
        if (AutoConfigurationPackages.has(beans)) {
            packages.addAll(AutoConfigurationPackages.get(beans));
        }
        packages.addAll(Binder.get(environment)
                .bind("liveview.scan-packages", Bindable.listOf(String.class))
                .orElse(List.of()));
        return packages;
    }

    private static boolean isExcluded(String name, TypeExcludeFilter excluded, MetadataReaderFactory metadata) {
        try {
            return excluded.match(metadata.getMetadataReader(name), metadata);
        } catch (IOException e) {
            // Not to know is no reason to start without its handlers: what is wrong with the class says so when it is
            // loaded.
            log.debug("No filter was asked about {}, whose class file cannot be read", name, e);
            return false;
        }
    }
}

package io.github.liveview4j.test;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import io.github.liveview4j.handler.HandlerMethodArgumentResolver;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.spring.request.HandshakeAttributes;
import io.github.liveview4j.spring.request.ThreadContext;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Which classes are beans of a {@link LiveViewTest}: those of {@code @WebMvcTest}, what other modules add to them, and the parts of
 * LiveView. For any thread.
 */
final class LiveViewTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<LiveViewTest> {

    private static final Set<Class<?>> KNOWN = Set.of(
            ControllerAdvice.class,
            WebMvcConfigurer.class,
            WebMvcRegistrations.class,
            Filter.class,
            FilterRegistrationBean.class,
            DelegatingFilterProxyRegistrationBean.class,
            org.springframework.web.method.support.HandlerMethodArgumentResolver.class,
            HttpMessageConverter.class,
            ErrorAttributes.class,
            Converter.class,
            GenericConverter.class,
            HandlerInterceptor.class,
            LiveViewMiddleware.class,
            LiveViewExceptionResolver.class,
            RoomAuthorizer.class,
            HandlerMethodArgumentResolver.class,
            FragmentRenderer.class,
            HandshakeAttributes.class,
            ThreadContext.class);

    /** What other modules add to {@code @WebMvcTest}, one class a line. */
    private static final String INCLUDES = "META-INF/spring/" + WebMvcTest.class.getName() + ".includes";

    private final List<Class<?>> named;

    LiveViewTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
        named = List.of(getAnnotation().getValue("controllers", Class[].class).orElse(new Class<?>[0]));
    }

    @Override
    protected Set<Class<?>> getKnownIncludes() {
        Set<Class<?>> known = new LinkedHashSet<>(KNOWN);
        known.addAll(ofOtherModules());
        if (named.isEmpty()) {
            known.add(Controller.class);
        }
        return known;
    }

    @Override
    protected Set<Class<?>> getComponentIncludes() {
        return new LinkedHashSet<>(named);
    }

    @Override
    protected boolean defaultInclude(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        return super.defaultInclude(reader, factory)
                || (named.isEmpty()
                        && reader.getAnnotationMetadata().hasAnnotatedMethods(LiveViewHandler.class.getName()));
    }

    private static Set<Class<?>> ofOtherModules() {
        ClassLoader classLoader = LiveViewTypeExcludeFilter.class.getClassLoader();
        Set<Class<?>> found = new LinkedHashSet<>();
        try {
            for (URL url : Collections.list(classLoader.getResources(INCLUDES))) {
                try (var stream = url.openStream()) {
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(name -> !name.isEmpty() && ClassUtils.isPresent(name, classLoader))
                            .forEach(name -> found.add(ClassUtils.resolveClassName(name, classLoader)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}

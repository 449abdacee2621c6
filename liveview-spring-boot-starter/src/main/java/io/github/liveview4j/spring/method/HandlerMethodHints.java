package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Tells a native image which methods are handlers, and which classes their forms are bound to.
 *
 * <p>Used once, when an application is processed ahead of time.
 */
final class HandlerMethodHints implements BeanRegistrationAotProcessor {

    @Override
    public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
        Class<?> type = ClassUtils.getUserClass(bean.getBeanClass());
        if (!AnnotationUtils.isCandidateClass(type, LiveViewHandler.class)) {
            return null;
        }
        Set<Method> handlers = MethodIntrospector.selectMethods(
                type, (Method method) -> method.isAnnotationPresent(LiveViewHandler.class));
        return handlers.isEmpty() ? null : new Contribution(handlers);
    }

    private record Contribution(Set<Method> handlers) implements BeanRegistrationAotContribution {

        @Override
        public void applyTo(GenerationContext context, BeanRegistrationCode code) {
            ReflectionHints hints = context.getRuntimeHints().reflection();
            for (Method handler : handlers) {
                hints.registerMethod(handler, ExecutableMode.INVOKE);
                for (Parameter parameter : handler.getParameters()) {
                    if (!BeanUtils.isSimpleProperty(parameter.getType())
                            && !parameter.getType().isInterface()) {
                        new BindingReflectionHintsRegistrar()
                                .registerReflectionHints(hints, parameter.getParameterizedType());
                    }
                }
            }
        }
    }
}

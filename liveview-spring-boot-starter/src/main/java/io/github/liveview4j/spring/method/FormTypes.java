package io.github.liveview4j.spring.method;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodParameter;

/** Tells which classes a form can be bound to. For any thread. */
final class FormTypes {

    private static final List<String> FOREIGN =
            List.of("java.", "javax.", "jakarta.", "org.springframework.", "io.github.liveview4j.LiveView");

    private final ListableBeanFactory beans;

    FormTypes(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Returns what keeps a parameter from being a form, to be read after "it", or {@code null}. */
    @Nullable
    String fault(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType() == Optional.class
                ? parameter.nestedIfOptional().getNestedParameterType()
                : parameter.getParameterType();
        if (type.isInterface() || type.isArray() || Modifier.isAbstract(type.getModifiers())) {
            return "cannot be instantiated";
        }
        if (FOREIGN.stream().anyMatch(type.getName()::startsWith)
                && !type.getName().startsWith("org.springframework.samples.")) {
            return "is no class of the application's";
        }
        if (beans.getBeanNamesForType(type, true, false).length > 0) {
            return "is a bean";
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            return "is an inner class, which is not static";
        }
        try {
            BeanUtils.getResolvableConstructor(type);
            return null;
        } catch (IllegalStateException e) {
            return "has more than one constructor and none without parameters";
        }
    }
}

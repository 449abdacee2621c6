package io.github.liveview4j.spring.method;

import io.github.liveview4j.handler.HandlerMappingException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.util.Assert;
import org.springframework.validation.Errors;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.method.annotation.MapMethodProcessor;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Chooses what gives a value to a parameter, as Spring MVC would, or says why nothing can.
 *
 * <p>Where Spring MVC takes any type that nobody else knows for a form, only what can be one is. For any thread.
 */
final class ArgumentChoice {

    private static final HandlerMethodArgumentResolver FORMS = new FormArguments();

    /** By its name: Bean Validation need not be there. */
    private static final String CONSTRAINT = "jakarta.validation.Constraint";

    private static final String KNOWN =
            "Known are LiveViewConsumer, LiveViewContent, Map<String, Object>, Principal, Locale; single values by name, such as "
                    + "String, int or an enum, and with @RequestParam several as List<String>; records and classes with one constructor, which are bound from the form, and "
                    + "Errors or BindingResult after one; and what Spring MVC knows. A service belongs in the constructor of the "
                    + "class; for any other type declare a HandlerMethodArgumentResolver bean.";

    private final List<HandlerMethodArgumentResolver> resolvers;
    private final FormTypes forms;

    ArgumentChoice(RequestMappingHandlerAdapter adapter, ListableBeanFactory beans) {
        List<HandlerMethodArgumentResolver> known = adapter.getArgumentResolvers();
        Assert.state(known != null, "The adapter of Spring MVC has not been initialized");
        this.resolvers = known;
        this.forms = new FormTypes(beans);
    }

    /**
     * Returns what resolves a parameter.
     *
     * @throws HandlerMappingException if nothing can
     */
    HandlerMethodArgumentResolver of(MethodParameter parameter) {
        checkConstraints(parameter);
        HandlerMethodArgumentResolver resolver = find(parameter);
        // Which gives the model to all that a map may be called, such as Object.
        if (resolver == null
                || (resolver instanceof MapMethodProcessor
                        && !Map.class.isAssignableFrom(parameter.getParameterType()))) {
            throw refused(parameter, hasType(parameter), KNOWN);
        }
        String instead = Unavailable.insteadOf(parameter, resolver);
        if (instead != null) {
            throw refused(parameter, hasType(parameter) + " that a call over a WebSocket cannot give", instead);
        }
        if (resolver instanceof ModelAttributeMethodProcessor) {
            String fault = forms.fault(parameter);
            if (fault != null) {
                throw refused(parameter, hasType(parameter) + ", which is no form: it " + fault, KNOWN);
            }
            return FORMS;
        }
        if (Errors.class.isAssignableFrom(parameter.getParameterType())) {
            checkFollowsForm(parameter);
        }
        return resolver instanceof RequestParamMethodArgumentResolver values ? named(parameter, values) : resolver;
    }

    private @Nullable HandlerMethodArgumentResolver find(MethodParameter parameter) {
        return resolvers.stream()
                .filter(resolver -> resolver.supportsParameter(parameter))
                .findFirst()
                .orElse(null);
    }

    /** A constraint that nobody checks is worse than none: who wrote it relies on it, as a controller may. */
    private static void checkConstraints(MethodParameter parameter) {
        MergedAnnotation<?> constraint =
                MergedAnnotations.from(parameter.getParameterAnnotations()).get(CONSTRAINT);
        if (constraint.isPresent()
                && !AnnotatedElementUtils.hasAnnotation(parameter.getDeclaringClass(), Validated.class)) {
            throw refused(
                    parameter,
                    hasType(parameter) + " with a constraint, @"
                            + constraint.getRoot().getType().getSimpleName() + ", that nobody checks",
                    "Put @Validated on the class, whose calls Spring then checks; or take a record with the constraint "
                            + "and @Valid.");
        }
    }

    private void checkFollowsForm(MethodParameter parameter) {
        int before = parameter.getParameterIndex() - 1;
        if (before >= 0) {
            MethodParameter previous = SynthesizingMethodParameter.forExecutable(parameter.getExecutable(), before);
            if (find(previous) instanceof ModelAttributeMethodProcessor && forms.fault(previous) == null) {
                return;
            }
        }
        throw refused(
                parameter, hasType(parameter) + " that follows no form", "Put it right after the form it is about.");
    }

    private static NamedValues named(MethodParameter parameter, RequestParamMethodArgumentResolver values) {
        if (parameter.getParameterName() == null) {
            throw refused(
                    parameter,
                    hasType(parameter) + " whose name is not known",
                    "Compile with -parameters, as the plugins of Spring Boot do, or name it in @RequestParam.");
        }
        return new NamedValues(values);
    }

    private static String hasType(MethodParameter parameter) {
        return "has a parameter of type " + parameter.getGenericParameterType().getTypeName();
    }

    private static HandlerMappingException refused(MethodParameter parameter, String why, String action) {
        return new HandlerMappingException(
                "The handler method " + parameter.getDeclaringClass().getName() + "."
                        + parameter.getExecutable().getName() + " " + why + ".",
                action);
    }
}

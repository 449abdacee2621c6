package io.github.liveview4j.spring.thymeleaf;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.TemplateName;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.FragmentRequest;
import io.github.liveview4j.spring.request.RequestScopes;
import io.github.liveview4j.spring.request.TemplateVariables;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.support.RequestContext;
import org.thymeleaf.context.LazyContextVariable;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.context.webmvc.SpringWebMvcThymeleafRequestContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.spring6.naming.SpringContextVariableNames;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Renders Thymeleaf templates outside of a request as Spring MVC's view renders them inside one: links, messages, form
 * fields, CSRF inputs and security tags work.
 *
 * <p>For any thread; everything mutable is made for one render.
 */
public final class ThymeleafFragmentRenderer implements FragmentRenderer {

    private final ISpringTemplateEngine engine;
    private final WebApplicationContext applicationContext;
    private final ConversionService conversionService;
    private final RequestScopes scopes;
    private final JakartaServletWebApplication webApplication;
    private final ServletContext servletContext;
    private final boolean warnsOfUnescaped;

    /**
     * Creates a renderer.
     *
     * @param engine the application's template engine
     * @param applicationContext the application
     * @param conversionService the one of Spring MVC, so that {@code ${{value}}} converts as in a controller's view
     * @param scopes makes the request that templates see
     * @param warnsOfUnescaped whether to warn where a template puts text into messages without escaping it
     */
    public ThymeleafFragmentRenderer(
            ISpringTemplateEngine engine,
            WebApplicationContext applicationContext,
            ConversionService conversionService,
            RequestScopes scopes,
            boolean warnsOfUnescaped) {
        this.engine = engine;
        this.applicationContext = applicationContext;
        this.conversionService = conversionService;
        this.scopes = scopes;
        this.warnsOfUnescaped = warnsOfUnescaped;
        this.servletContext = Objects.requireNonNull(applicationContext.getServletContext(), "servletContext");
        this.webApplication = JakartaServletWebApplication.buildApplication(servletContext);
    }

    @Override
    public String render(FragmentRequest request) {
        try (RequestScopes.Scope scope = scopes.open(request.connection(), request.locale(), request.page())) {
            WebContext context = context(scope, request.model(), request.locale());
            return render(request.name(), context);
        } catch (TemplateEngineException e) {
            throw new LiveViewException(
                    "The template \"" + request.name() + "\" could not be rendered: " + e.getMessage() + reason(e), e);
        }
    }

    /** Thymeleaf says where, and leaves to the last of the causes what is wrong there, such as a relation that is not loaded. */
    private static String reason(TemplateEngineException failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return root == failure ? "" : ", because of " + root;
    }

    private String render(TemplateName name, WebContext context) {
        String fragment = name.fragment();
        if (fragment == null) {
            return engine.process(name.template(), context);
        }
        // With the percent sign only th:fragment and th:ref count; without, every element of that name would as well.
        Set<String> selector = Set.of("%" + fragment);
        String html = engine.process(name.template(), selector, context);
        // A selector that matches nothing renders nothing, without an error, and would empty the target.
        if (html.isBlank() && !FragmentProbe.exists(engine.getConfiguration(), name.template(), selector, context)) {
            throw new LiveViewException("The template \"" + name.template() + "\" has no fragment \"" + fragment
                    + "\": expected an element with th:fragment=\"" + fragment + "\" in it");
        }
        return html;
    }

    private WebContext context(RequestScopes.Scope scope, Map<String, Object> model, Locale locale) {
        HttpServletRequest request = scope.request();
        Map<String, Object> variables = TemplateVariables.of(model);
        if (warnsOfUnescaped) {
            variables.put(UnescapedText.VARIABLE, true);
        }
        // What forms, messages and links of Spring MVC need and many a fragment has none of.
        Supplier<RequestContext> requestContext =
                SingletonSupplier.of(() -> new RequestContext(request, scope.response(), servletContext, variables));
        variables.put(SpringContextVariableNames.SPRING_REQUEST_CONTEXT, lazily(requestContext));
        variables.put(
                SpringContextVariableNames.THYMELEAF_REQUEST_CONTEXT,
                lazily(() -> new SpringWebMvcThymeleafRequestContext(requestContext.get(), request)));
        variables.put(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(
                        applicationContext, conversionService, engine.getAllowedClassOverridesForViews()));
        return new WebContext(webApplication.buildExchange(request, scope.response()), locale, variables);
    }

    private static <T> LazyContextVariable<T> lazily(Supplier<T> value) {
        return new LazyContextVariable<>() {
            @Override
            protected T loadValue() {
                return value.get();
            }
        };
    }
}

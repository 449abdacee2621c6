package io.github.liveview4j.examples.benchmark.twin;

import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.convert.ConversionService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.support.RequestContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.context.webmvc.SpringWebMvcThymeleafRequestContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.spring6.naming.SpringContextVariableNames;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Renders with variables alone, as what is written in an afternoon does, or so that links, CSRF fields, messages and
 * security tags work too, as an application ends up with.
 */
@Component
final class TwinRenderer {

    private final ISpringTemplateEngine engine;
    private final WebApplicationContext applicationContext;
    private final ServletContext servletContext;
    private final JakartaServletWebApplication webApplication;
    private final ConversionService conversion;
    private final boolean full;

    TwinRenderer(
            ISpringTemplateEngine engine,
            WebApplicationContext applicationContext,
            @Qualifier("mvcConversionService") ConversionService conversion,
            @Value("${twin.context:full}") String context) {
        this.engine = engine;
        this.applicationContext = applicationContext;
        this.servletContext = Objects.requireNonNull(applicationContext.getServletContext());
        this.webApplication = JakartaServletWebApplication.buildApplication(servletContext);
        this.conversion = conversion;
        this.full = context.equals("full");
    }

    String render(String template, TwinHandshake.Known known, Locale locale, Map<String, Object> model) {
        if (!full) {
            return engine.process(template, new Context(locale, model));
        }
        TwinRequest request = new TwinRequest(servletContext, known, locale);
        TwinResponse response = new TwinResponse();
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, applicationContext);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        LocaleContextHolder.setLocale(locale);
        SecurityContextHolder.setContext(known.security());
        try {
            Map<String, Object> variables = new HashMap<>(model);
            RequestContext requestContext = new RequestContext(request, response, servletContext, variables);
            variables.put(SpringContextVariableNames.SPRING_REQUEST_CONTEXT, requestContext);
            variables.put(
                    SpringContextVariableNames.THYMELEAF_REQUEST_CONTEXT,
                    new SpringWebMvcThymeleafRequestContext(requestContext, request));
            variables.put(
                    ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                    new ThymeleafEvaluationContext(
                            applicationContext, conversion, engine.getAllowedClassOverridesForViews()));
            return engine.process(
                    template, new WebContext(webApplication.buildExchange(request, response), locale, variables));
        } finally {
            SecurityContextHolder.clearContext();
            LocaleContextHolder.resetLocaleContext();
            RequestContextHolder.resetRequestAttributes();
        }
    }
}

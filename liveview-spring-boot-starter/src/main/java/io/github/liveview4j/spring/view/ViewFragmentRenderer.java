package io.github.liveview4j.spring.view;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.TemplateName;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.FragmentRequest;
import io.github.liveview4j.spring.request.RequestScopes;
import io.github.liveview4j.spring.request.TemplateVariables;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.InternalResourceView;

/**
 * Renders templates of any engine that Spring MVC knows, such as Mustache or FreeMarker, by the application's view resolvers.
 *
 * <p>They are asked in their order, as the dispatcher servlet asks them. A view that only forwards within the servlet container,
 * as a JSP's does, cannot be rendered outside of a request and does not count. There are no fragments: each is a template of its
 * own. For any thread.
 */
public final class ViewFragmentRenderer implements FragmentRenderer {

    private final SingletonSupplier<List<ViewResolver>> resolvers;
    private final RequestScopes scopes;

    /**
     * Creates a renderer.
     *
     * @param resolvers gives the application's view resolvers in their order; asked once, at the first render
     * @param scopes makes the request that views see
     */
    public ViewFragmentRenderer(Supplier<List<ViewResolver>> resolvers, RequestScopes scopes) {
        this.resolvers = SingletonSupplier.of(resolvers);
        this.scopes = scopes;
    }

    @Override
    public String render(FragmentRequest request) {
        TemplateName name = request.name();
        if (name.fragment() != null) {
            throw new LiveViewException("The template \"" + name
                    + "\" names a fragment, which a view has not: expected a template of its own, such as template(\""
                    + name.fragment() + "\"), that the page's template includes. Only Thymeleaf has fragments: with "
                    + "spring-boot-starter-thymeleaf, or with a FragmentRenderer bean, the name is taken");
        }
        try (RequestScopes.Scope scope = scopes.open(request.connection(), request.locale(), request.page())) {
            View view = view(name.template(), request.locale());
            CapturedResponse response = new CapturedResponse(scope.response());
            view.render(TemplateVariables.of(request.model()), scope.request(), response);
            return response.text();
        } catch (LiveViewException e) {
            throw e;
        } catch (Exception e) {
            throw new LiveViewException("The template \"" + name + "\" could not be rendered: " + e.getMessage(), e);
        }
    }

    private View view(String template, Locale locale) throws Exception {
        List<ViewResolver> all = resolvers.obtain();
        for (ViewResolver resolver : all) {
            @Nullable View view = resolver.resolveViewName(template, locale);
            if (view != null && !(view instanceof InternalResourceView)) {
                return view;
            }
        }
        throw new LiveViewException(
                "Expected a template \"" + template + "\" that one of the view resolvers knows, got none of "
                        + all.stream()
                                .map(resolver -> resolver.getClass().getSimpleName())
                                .collect(Collectors.joining(", "))
                        + ". Add the template; or, where there is no template engine, spring-boot-starter-thymeleaf or a "
                        + "FragmentRenderer bean");
    }
}

package io.github.liveview4j.spring.view;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Gives the variable {@code liveview} to templates, and to nothing else that shows a model: one that is written as JSON stays as
 * it is.
 *
 * <p>A variable of that name that a controller or the resolver's own configuration has, wins. Thymeleaf's view resolver is another
 * kind, and its templates have a dialect. For any thread.
 */
public final class VariableOfViews implements BeanPostProcessor, PriorityOrdered {

    private static final String NAME = "liveview";

    private final LiveViewVariable variable;

    /**
     * Creates it.
     *
     * @param variable what is given
     */
    public VariableOfViews(LiveViewVariable variable) {
        this.variable = variable;
    }

    /** Before whatever makes proxies: else Spring would look for the application's advisors too early, and warn of it. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof UrlBasedViewResolver resolver) {
            resolver.getAttributesMap().putIfAbsent(NAME, variable);
        }
        return bean;
    }
}

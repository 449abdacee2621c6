package io.github.liveview4j.spring.thymeleaf;

import io.github.liveview4j.spring.page.PageWords;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@code #liveview} known to expressions. For any thread. */
final class LiveViewExpressionFactory implements IExpressionObjectFactory {

    private static final String NAME = "liveview";

    private final PageWords words;

    LiveViewExpressionFactory(PageWords words) {
        this.words = words;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String expressionObjectName) {
        return NAME.equals(expressionObjectName) ? LiveViewExpressions.of(context, words) : null;
    }

    @Override
    public boolean isCacheable(String expressionObjectName) {
        // For one render.
        return true;
    }
}

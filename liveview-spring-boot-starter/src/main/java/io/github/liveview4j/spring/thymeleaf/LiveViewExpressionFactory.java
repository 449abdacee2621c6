package io.github.liveview4j.spring.thymeleaf;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@code #liveview} known to expressions. For any thread. */
final class LiveViewExpressionFactory implements IExpressionObjectFactory {

    private static final String NAME = "liveview";

    private final LiveViewExpressions expressions = new LiveViewExpressions();

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String expressionObjectName) {
        return NAME.equals(expressionObjectName) ? expressions : null;
    }

    @Override
    public boolean isCacheable(String expressionObjectName) {
        return true;
    }
}

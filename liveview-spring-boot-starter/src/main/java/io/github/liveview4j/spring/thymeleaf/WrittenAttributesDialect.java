package io.github.liveview4j.spring.thymeleaf;

import java.util.Set;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;

/**
 * Looks at a template's {@code lv:} attributes and at {@code th:utext} before Thymeleaf's own attributes are processed, which may write
 * over them or are gone afterwards.
 *
 * <p>A dialect of its own, since all processors of one dialect come before or after those of another. {@link LiveViewDialect}
 * evaluates no expression without it. For any thread.
 */
final class WrittenAttributesDialect extends AbstractProcessorDialect {

    private static final int BEFORE_ALL_OTHERS = 1;

    WrittenAttributesDialect() {
        super("LiveView's written attributes", LiveViewDialect.ATTRIBUTES, BEFORE_ALL_OTHERS);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Rememberer(dialectPrefix), new UnescapedText());
    }

    private static final class Rememberer extends PrefixProcessor {

        Rememberer(String prefix) {
            super(prefix, BEFORE_ALL_OTHERS);
        }

        @Override
        public void process(
                ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structureHandler) {
            WrittenAttributes.remember(prefix, tag, structureHandler);
        }
    }
}

package io.github.liveview4j.spring.thymeleaf;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.processor.AbstractProcessor;
import org.thymeleaf.processor.element.IElementTagProcessor;
import org.thymeleaf.processor.element.MatchingAttributeName;
import org.thymeleaf.processor.element.MatchingElementName;
import org.thymeleaf.templatemode.TemplateMode;

/** Processes, once, every tag that has attributes with a prefix, whatever their names. For any thread. */
abstract class PrefixProcessor extends AbstractProcessor implements IElementTagProcessor {

    final String prefix;

    PrefixProcessor(String prefix, int precedence) {
        super(TemplateMode.HTML, precedence);
        this.prefix = prefix;
    }

    @Override
    public final @Nullable MatchingElementName getMatchingElementName() {
        return null;
    }

    @Override
    public final MatchingAttributeName getMatchingAttributeName() {
        return MatchingAttributeName.forAllAttributesWithPrefix(TemplateMode.HTML, prefix);
    }
}

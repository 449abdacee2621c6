package io.github.liveview4j.spring.thymeleaf;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Warns, once for each place, where a template that is rendered for a message puts text into the page as it is: {@code th:utext} and
 * {@code [(..)]}. Such text runs scripts in the page of everybody who gets the message, if a stranger wrote it.
 *
 * <p>An element that has one costs a look-up, others nothing: Thymeleaf makes an element with {@code th:utext} of {@code [(..)]} when it
 * parses a template. For any thread.
 */
final class UnescapedText extends AbstractAttributeTagProcessor {

    /** A variable of what is rendered for a message, as against a page. */
    static final String VARIABLE = UnescapedText.class.getName();

    private static final Logger log = LoggerFactory.getLogger(UnescapedText.class);
    /** So many that the rest would say nothing new. */
    private static final int ENOUGH = 1_000;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    UnescapedText() {
        super(TemplateMode.HTML, "th", null, false, "utext", true, 1, false);
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String value,
            IElementTagStructureHandler structureHandler) {
        if (context.getVariable(VARIABLE) != null) {
            tell(tag.getTemplateName(), tag.getAttribute(name).getLine());
        }
    }

    private void tell(String template, int line) {
        if (told.size() < ENOUGH && told.add(template + ":" + line)) {
            log.warn(
                    "The template \"{}\", line {}, puts text unescaped into messages (th:utext or [(..)]): a stranger's text "
                            + "would run scripts in the pages that get them. Expected th:text or [[..]], or text that the "
                            + "application has cleaned; liveview.warn-unescaped=false ends these warnings",
                    template,
                    line);
        }
    }
}

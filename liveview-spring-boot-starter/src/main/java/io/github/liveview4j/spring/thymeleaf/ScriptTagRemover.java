package io.github.liveview4j.spring.thymeleaf;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Takes {@code <liveview:script>} away once the script is written before it, but not what is in it.
 *
 * <p>Whoever forgets to close the element would otherwise lose the rest of the page's head. A processor of its own because
 * Thymeleaf lets one either insert or remove. For any thread.
 */
final class ScriptTagRemover extends AbstractElementTagProcessor {

    ScriptTagRemover(String elementPrefix) {
        super(TemplateMode.HTML, elementPrefix, "script", true, null, false, ScriptTagProcessor.PRECEDENCE + 1);
    }

    @Override
    protected void doProcess(
            ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structureHandler) {
        if (tag instanceof IOpenElementTag) {
            structureHandler.removeTags();
        } else {
            structureHandler.removeElement();
        }
    }
}

package io.github.liveview4j.spring.thymeleaf;

import io.github.liveview4j.spring.page.PageScript;
import io.github.liveview4j.spring.page.PageWords;
import java.util.Set;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.StandardXmlNsTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What templates say to LiveView: the element {@code <liveview:script/>}, the attributes {@code lv:*} (or {@code data-lv-*})
 * and the expression object {@code #liveview}.
 *
 * <p>It writes what could be written by hand: the script's address, what the page says of itself there, and the {@code
 * data-liveview-*} and {@code data-action} attributes; nothing inline. It runs after Thymeleaf's own attributes, so that loops, conditions and local variables have
 * had their say. For any thread.
 */
public final class LiveViewDialect extends AbstractProcessorDialect implements IExpressionObjectDialect {

    static final String ATTRIBUTES = "lv";
    private static final String ELEMENTS = "liveview";

    private final PageScript script;
    private final PageWords words;

    /**
     * Creates the dialect.
     *
     * @param script says what stands on the script tag
     * @param words says what the html of a page has to carry
     */
    public LiveViewDialect(PageScript script, PageWords words) {
        super("LiveView", ATTRIBUTES, StandardDialect.PROCESSOR_PRECEDENCE + 1000);
        this.script = script;
        this.words = words;
    }

    /**
     * Makes the dialect that has to stand beside this one: it looks at {@code lv:} attributes before Thymeleaf's own ones can
     * write over them. Without it, no expression in them is evaluated.
     */
    public static IDialect writtenAttributes() {
        return new WrittenAttributesDialect();
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(
                new ScriptTagProcessor(ELEMENTS, dialectPrefix, script),
                new ScriptTagRemover(ELEMENTS),
                new LiveAttributesProcessor(dialectPrefix),
                new StandardXmlNsTagProcessor(TemplateMode.HTML, ELEMENTS),
                new StandardXmlNsTagProcessor(TemplateMode.HTML, dialectPrefix));
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new LiveViewExpressionFactory(words);
    }
}

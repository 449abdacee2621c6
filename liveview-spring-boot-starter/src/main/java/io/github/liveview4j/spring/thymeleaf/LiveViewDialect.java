package io.github.liveview4j.spring.thymeleaf;

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

    private final String endpoint;
    private final String resources;
    private final PageWords words;

    /**
     * Creates the dialect.
     *
     * @param endpoint where pages connect, below the context path and without the room, such as {@code /ws/liveview}
     * @param resources where static resources are served, below the context path; empty, or beginning with a slash and not
     *     ending with one
     * @param words says what the html of a page has to carry
     */
    public LiveViewDialect(String endpoint, String resources, PageWords words) {
        super("LiveView", ATTRIBUTES, StandardDialect.PROCESSOR_PRECEDENCE + 1000);
        this.endpoint = endpoint;
        this.resources = resources;
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
                new ScriptTagProcessor(ELEMENTS, dialectPrefix, endpoint, resources, words),
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

package io.github.liveview4j.spring.thymeleaf;

import io.github.liveview4j.spring.page.PageScript;
import io.github.liveview4j.spring.page.PageWords;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;
import org.thymeleaf.web.IWebExchange;

/**
 * Writes the page's script tag before {@code <liveview:script/>}, with the other attributes that the element has. With an
 * address of its own the element loads a bundle that the client is part of, and is marked, as that address says nothing.
 *
 * <p>For any thread.
 */
final class ScriptTagProcessor extends AbstractElementTagProcessor {

    /** Before the attributes, of which this element takes one in a way of its own. */
    static final int PRECEDENCE = 100;

    private final String attributePrefix;
    private final PageScript page;

    ScriptTagProcessor(String elementPrefix, String attributePrefix, PageScript page) {
        super(TemplateMode.HTML, elementPrefix, "script", true, null, false, PRECEDENCE);
        this.attributePrefix = attributePrefix;
        this.page = page;
    }

    @Override
    protected void doProcess(
            ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structureHandler) {
        Map<String, @Nullable String> given = given(context, tag);
        boolean isMinified = !"false".equals(given.remove("minified"));
        String src = context.buildLink(page.path(isMinified), Map.of("v", page.version(isMinified)));
        IWebExchange exchange = context instanceof IWebContext web ? web.getExchange() : null;
        Map<String, @Nullable String> attributes = exchange == null
                ? page.attributes(src, "", given, null, null)
                : page.attributes(
                        src,
                        exchange.getRequest().getApplicationPath(),
                        given,
                        exchange.getAttributeValue(PageWords.ATTRIBUTE),
                        exchange.getPrincipal());
        attributes.replaceAll((name, value) ->
                value == null ? null : EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, value));
        structureHandler.insertBefore(script(context.getModelFactory(), attributes));
    }

    /** What stands on the tag once Thymeleaf's own attributes are through. */
    private Map<String, @Nullable String> given(ITemplateContext context, IProcessableElementTag tag) {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        for (IAttribute attribute : tag.getAllAttributes()) {
            if (attributePrefix.equals(
                    attribute.getAttributeDefinition().getAttributeName().getPrefix())) {
                LiveAttribute own = new LiveAttribute(context, attribute);
                if (!"nonce".equals(own.name())) {
                    throw own.refused("the script has no event, room or data; of the attributes with this prefix it "
                            + "takes nonce only");
                }
                String nonce = own.text();
                if (nonce != null) {
                    given.put("nonce", nonce);
                }
            } else if ("src".equalsIgnoreCase(attribute.getAttributeCompleteName())) {
                given.put("src", address(context, attribute));
            } else {
                given.put(
                        attribute.getAttributeCompleteName(),
                        EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, attribute.getValue()));
            }
        }
        return given;
    }

    private static String address(ITemplateContext context, IAttribute attribute) {
        String value = attribute.getValue();
        if (value == null || value.isBlank()) {
            throw new LiveAttribute(context, attribute)
                    .refused("expected the address of a bundle with the client in it; without src the element writes "
                            + "that of the client itself");
        }
        return EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, value);
    }

    private static IModel script(IModelFactory factory, Map<String, @Nullable String> attributes) {
        IModel model = factory.createModel();
        model.add(factory.createOpenElementTag("script", attributes, AttributeValueQuotes.DOUBLE, false));
        model.add(factory.createCloseElementTag("script"));
        return model;
    }
}

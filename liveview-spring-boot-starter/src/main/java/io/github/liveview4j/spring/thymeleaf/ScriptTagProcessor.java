package io.github.liveview4j.spring.thymeleaf;

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

/**
 * Writes the page's script tag before {@code <liveview:script/>}, with the other attributes that the element has. With an
 * address of its own the element loads a bundle that the client is part of, and is marked, as that address says nothing.
 *
 * <p>For any thread.
 */
final class ScriptTagProcessor extends AbstractElementTagProcessor {

    private static final String USUAL_ENDPOINT = "/ws/liveview";

    /** Before the attributes, of which this element takes one in a way of its own. */
    static final int PRECEDENCE = 100;

    private final ClientScript minified = new ClientScript("liveview.min.js");
    private final ClientScript readable = new ClientScript("liveview.js");
    private final String attributePrefix;
    private final String endpoint;
    private final String resources;
    private final PageWords words;

    ScriptTagProcessor(
            String elementPrefix, String attributePrefix, String endpoint, String resources, PageWords words) {
        super(TemplateMode.HTML, elementPrefix, "script", true, null, false, PRECEDENCE);
        this.attributePrefix = attributePrefix;
        this.endpoint = endpoint;
        this.resources = resources;
        this.words = words;
    }

    @Override
    protected void doProcess(
            ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structureHandler) {
        Map<String, @Nullable String> given = given(context, tag);
        String ours = src(context, "false".equals(given.remove("minified")) ? readable : minified);
        boolean isBundle = given.containsKey("src");
        Map<String, @Nullable String> attributes = new LinkedHashMap<>();
        attributes.put("src", ours);
        attributes.put("defer", null);
        if (isBundle) {
            attributes.put("data-liveview", null);
        }
        String path = contextPath(context) + endpoint;
        if (isBundle
                || !path.equals(contextPath(context) + USUAL_ENDPOINT)
                || !path.equals(root(ours) + USUAL_ENDPOINT)) {
            attributes.put("data-path", path);
        }
        LiveViewExpressions page = LiveViewExpressions.of(context, words);
        putIfKnown(attributes, "data-position", page.position());
        putIfKnown(attributes, "data-token", page.token());
        putIfKnown(attributes, "data-assets", page.assets());
        attributes.putAll(given);
        attributes.replaceAll((name, value) ->
                value == null ? null : EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, value));
        structureHandler.insertBefore(script(context.getModelFactory(), attributes));
    }

    private static void putIfKnown(Map<String, @Nullable String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
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

    private String src(ITemplateContext context, ClientScript script) {
        return context.buildLink(resources + script.path(), Map.of("v", script.hash()));
    }

    private static String contextPath(ITemplateContext context) {
        return context instanceof IWebContext web
                ? web.getExchange().getRequest().getApplicationPath()
                : "";
    }

    /** What the client takes for the context path: the address without its folder and name. */
    private static String root(String src) {
        int folder = src.lastIndexOf(ClientScript.FOLDER);
        return folder < 0 ? "" : src.substring(0, folder);
    }

    private static IModel script(IModelFactory factory, Map<String, @Nullable String> attributes) {
        IModel model = factory.createModel();
        model.add(factory.createOpenElementTag("script", attributes, AttributeValueQuotes.DOUBLE, false));
        model.add(factory.createCloseElementTag("script"));
        return model;
    }
}

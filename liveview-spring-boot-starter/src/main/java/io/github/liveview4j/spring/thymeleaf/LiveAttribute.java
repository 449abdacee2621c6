package io.github.liveview4j.spring.thymeleaf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.standard.expression.NoOpToken;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;
import org.thymeleaf.util.EvaluationUtils;

/**
 * One {@code lv:} attribute of one tag: plain text is taken as it stands, Thymeleaf's expression syntax is evaluated, once.
 *
 * <p>For one thread and one render.
 */
final class LiveAttribute {

    private static final Pattern EXPRESSION = Pattern.compile("[$*#@~]\\{|^\\s*(['|]).*\\1\\s*$", Pattern.DOTALL);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    private final ITemplateContext context;
    private final IAttribute attribute;

    LiveAttribute(ITemplateContext context, IAttribute attribute) {
        this.context = context;
        this.attribute = attribute;
    }

    /** Returns the name as it was typed, without the prefix. */
    String name() {
        String complete = attribute.getAttributeCompleteName();
        int length = attribute
                .getAttributeDefinition()
                .getAttributeName()
                .getAttributeName()
                .length();
        return complete.substring(complete.length() - length);
    }

    /** Returns whether the attribute stands there without {@code ="…"}. */
    boolean isBare() {
        return attribute.getValue() == null;
    }

    /** Returns the text, or null if an expression says that there is none. */
    @Nullable
    String text() {
        Object value = value(StandardExpressionExecutionContext.NORMAL);
        return value == null ? null : value.toString();
    }

    /**
     * Returns a handler's name, or null if an expression says that there is none.
     *
     * <p>An expression may not read request parameters here: who makes a link would choose what a click on it calls.
     */
    @Nullable
    String handler() {
        Object value = value(StandardExpressionExecutionContext.RESTRICTED);
        if (value == null || (isExpression() && value.toString().isBlank())) {
            return null;
        }
        String name = value.toString().strip();
        if (name.isEmpty()) {
            throw refused("expected the name of a handler, got nothing");
        }
        return name;
    }

    @Nullable
    String number() {
        Object value = value(StandardExpressionExecutionContext.NORMAL);
        if (value != null && !WHOLE_NUMBER.matcher(value.toString().strip()).matches()) {
            throw refused("expected a whole number from 0 to 999999999");
        }
        return value == null ? null : value.toString().strip();
    }

    boolean isOn() {
        if (isBare()) {
            return true;
        }
        Object value = value(StandardExpressionExecutionContext.NORMAL);
        if (!isExpression() && !"true".equals(value) && !"false".equals(value)) {
            throw refused("expected true, false or an expression");
        }
        return EvaluationUtils.evaluateAsBoolean(value);
    }

    /** Returns the JSON of a keyboard map, written by the template's author or made of a map. */
    @Nullable
    String keys() {
        Object value = value(StandardExpressionExecutionContext.RESTRICTED);
        if (value instanceof Map<?, ?> map) {
            Map<String, String> handlers = new LinkedHashMap<>();
            map.forEach((key, handler) -> {
                if (handler != null) {
                    handlers.put(String.valueOf(key), handler.toString());
                }
            });
            return JsonWriter.standard().writeToString(handlers);
        }
        if (!isExpression() && (value == null || value.toString().isBlank())) {
            throw refused("expected JSON such as {\"ctrl+s\":\"save\"} or an expression, got nothing");
        }
        return value == null ? null : value.toString();
    }

    private boolean isExpression() {
        String written = attribute.getValue();
        return written != null && EXPRESSION.matcher(unescaped(written)).find();
    }

    private @Nullable Object value(StandardExpressionExecutionContext rights) {
        String written = attribute.getValue();
        if (written == null) {
            return "";
        }
        String text = unescaped(written);
        if (!EXPRESSION.matcher(text).find()) {
            return text;
        }
        if (!WrittenAttributes.has(context, attribute)) {
            throw refused("an expression is evaluated only where a template has it: this one was put here by another "
                    + "attribute or by a layout, and may be somebody's text");
        }
        Object result = evaluate(text, rights);
        return result instanceof NoOpToken ? null : result;
    }

    private @Nullable Object evaluate(String expression, StandardExpressionExecutionContext rights) {
        try {
            return StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, expression)
                    .execute(context, rights);
        } catch (TemplateProcessingException e) {
            if (!e.hasTemplateName()) {
                e.setTemplateName(attribute.getTemplateName());
            }
            if (!e.hasLineAndCol()) {
                e.setLineAndCol(attribute.getLine(), attribute.getCol());
            }
            throw e;
        }
    }

    private static String unescaped(String written) {
        return EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, written);
    }

    /** Makes the error that says where this attribute is. It quotes the template, never what an expression has come to. */
    TemplateProcessingException refused(String reason) {
        String message = this + ": " + reason;
        return attribute.hasLocation()
                ? new TemplateProcessingException(
                        message, attribute.getTemplateName(), attribute.getLine(), attribute.getCol())
                : new TemplateProcessingException(message);
    }

    /** Returns the attribute as the template has it; what another attribute has put there may be a stranger's text. */
    @Override
    public String toString() {
        String name = attribute.getAttributeCompleteName();
        return attribute.getValue() == null || !WrittenAttributes.has(context, attribute)
                ? name
                : name + "=\"" + unescaped(attribute.getValue()) + '"';
    }
}

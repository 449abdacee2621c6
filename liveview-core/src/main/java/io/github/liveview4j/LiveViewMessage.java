package io.github.liveview4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of a page, put together fluently.
 *
 * <pre>{@code
 * consumer.send(append("#items").template("items :: row").with("item", item));
 * consumer.send(replace("#content").template("pages/about").url("/about").title("About us").scrollTop());
 * consumer.send(replace("#error").text("Not found"), element("#save").attribute("disabled", null));
 * }</pre>
 *
 * <p>A message names a target, says what goes there, as markup, as text or as a template with its model, and may have
 * effects beside it. Immutable: every method returns a new message, so that one can be kept and completed, and sent from
 * any thread. The fields are those of django-liveview, and more; a page that speaks the first dialect of the wire
 * understands {@link Swap#INNER}, {@link Swap#APPEND}, {@link Swap#REMOVE}, url, title, scrolling and errors.
 *
 * <p>Selectors, template names and addresses are the application's: text from a user never belongs into them. Where an id holds
 * such text, {@link Selectors#id} makes the selector.
 */
public final class LiveViewMessage {

    /** What happens to the target. */
    public enum Swap {
        /** Nothing is rendered; effects and changes of attributes and classes only. */
        NONE,
        /** The inside of the target is replaced. */
        INNER,
        /** The target itself is replaced. */
        OUTER,
        /** The markup is inserted before the target. */
        BEFORE,
        /** The markup is inserted after the target. */
        AFTER,
        /** The markup is inserted at the start of the target's inside. */
        PREPEND,
        /** The markup is inserted at the end of the target's inside. */
        APPEND,
        /** The target is removed. */
        REMOVE
    }

    private final @Nullable String target;
    private final Swap swap;
    private final @Nullable String html;
    private final @Nullable TemplateName template;
    /** Not wrapped, as copying a wrapped map makes an object for each of its entries; not written to any more. */
    private final Map<String, Object> model;

    private final Effects effects;

    private LiveViewMessage(
            @Nullable String target,
            Swap swap,
            @Nullable String html,
            @Nullable TemplateName template,
            Map<String, Object> model,
            Effects effects) {
        this.target = target;
        this.swap = swap;
        this.html = html;
        this.template = template;
        this.model = model;
        this.effects = effects;
    }

    private static LiveViewMessage of(@Nullable String target, Swap swap) {
        return new LiveViewMessage(target, swap, null, null, Map.of(), Effects.NONE);
    }

    private static LiveViewMessage at(String target, Swap swap) {
        if (target.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected a CSS selector as target, such as \"#greeting\"; got a blank one");
        }
        return of(target, swap);
    }

    /**
     * Replaces the inside of an element; the element itself stays.
     *
     * @param target a CSS selector, of which the first match counts
     */
    public static LiveViewMessage replace(String target) {
        return at(target, Swap.INNER);
    }

    /**
     * Replaces an element itself.
     *
     * @param target a CSS selector, of which the first match counts
     */
    public static LiveViewMessage outer(String target) {
        return at(target, Swap.OUTER);
    }

    /**
     * Adds at the end of an element's inside.
     *
     * @param target a CSS selector, of which the first match counts
     */
    public static LiveViewMessage append(String target) {
        return at(target, Swap.APPEND);
    }

    /**
     * Adds at the start of an element's inside.
     *
     * @param target a CSS selector, of which the first match counts
     */
    public static LiveViewMessage prepend(String target) {
        return at(target, Swap.PREPEND);
    }

    /**
     * Adds in front of an element.
     *
     * @param target a CSS selector, of which the first match counts
     */
    public static LiveViewMessage before(String target) {
        return at(target, Swap.BEFORE);
    }

    /**
     * Adds behind an element.
     *
     * @param target a CSS selector, of which the first match counts
     */
    public static LiveViewMessage after(String target) {
        return at(target, Swap.AFTER);
    }

    /**
     * Removes an element.
     *
     * @param target a CSS selector, of which the first match counts
     */
    public static LiveViewMessage remove(String target) {
        return at(target, Swap.REMOVE);
    }

    /**
     * Changes attributes or classes of an element and leaves its inside alone.
     *
     * @param target a CSS selector, of which the first match counts
     */
    public static LiveViewMessage element(String target) {
        return at(target, Swap.NONE);
    }

    /** Changes the page without an element of it: its title, its address, its scroll position, an event. */
    public static LiveViewMessage page() {
        return of(null, Swap.NONE);
    }

    /**
     * Tells the page of an error of the application's own, which its code gets as the event {@code liveview:error} with the
     * text as {@code detail.message}.
     *
     * @param message what a person may read; never an exception's text
     */
    public static LiveViewMessage error(String message) {
        return page().effect("error", message);
    }

    /**
     * Says what goes to the target, as markup that is taken as it is.
     *
     * @param html markup; text of a user in it must have been escaped, see {@link #text}
     */
    public LiveViewMessage html(String html) {
        Objects.requireNonNull(html, "html");
        checkTakesContent();
        return new LiveViewMessage(target, swap, html, null, Map.of(), effects);
    }

    /**
     * Says what goes to the target, as text that is escaped.
     *
     * @param text any text
     */
    public LiveViewMessage text(String text) {
        return html(Markup.escape(text));
    }

    /**
     * Says what goes to the target, as a template that is rendered when the message is sent.
     *
     * @param name {@code "hello"} for a whole template, {@code "hello :: greeting"} for its {@code th:fragment="greeting"};
     *     letters, digits and {@code _ / . -} only
     * @throws IllegalArgumentException if the name is none
     */
    public LiveViewMessage template(String name) {
        checkTakesContent();
        return new LiveViewMessage(target, swap, null, TemplateName.parse(name), model, effects);
    }

    /**
     * Adds a variable for the template.
     *
     * @param name the variable's name
     * @param value its value, may be {@code null}
     */
    public LiveViewMessage with(String name, @Nullable Object value) {
        return new LiveViewMessage(target, swap, html, template, Effects.plus(model, name, value), effects);
    }

    /**
     * Adds variables for the template, as many as a model or a binding result has.
     *
     * @param variables values by name; values may be {@code null}
     */
    public LiveViewMessage with(Map<String, ? extends @Nullable Object> variables) {
        Map<String, Object> copy = new LinkedHashMap<>(model);
        copy.putAll(variables);
        return new LiveViewMessage(target, swap, html, template, copy, effects);
    }

    /**
     * Puts an address into the browser's address bar and history.
     *
     * <p>For one page only: a broadcast to more refuses it, as everybody's address would change.
     *
     * <p>A page of another client, one that speaks the first dialect, does so only for a message with a target.
     *
     * @param url a path such as {@code /articles/7}, with the context path where the application has one
     * @throws IllegalArgumentException if it has a scheme or a host, or what a browser could take for them
     */
    public LiveViewMessage url(String url) {
        return effect("url", Harmless.path(url));
    }

    /**
     * Sets the title of the page.
     *
     * <p>A page of another client, one that speaks the first dialect, does so only for a message with a target.
     *
     * @param title plain text
     */
    public LiveViewMessage title(String title) {
        return effect("title", title);
    }

    /**
     * Scrolls smoothly to an element.
     *
     * @param selector a CSS selector, of which the first match counts
     */
    public LiveViewMessage scroll(String selector) {
        return effect("scroll", selector);
    }

    /** Scrolls smoothly to the top of the page. */
    public LiveViewMessage scrollTop() {
        return effect("scrollTop", true);
    }

    /**
     * Puts the focus on an element.
     *
     * @param selector a CSS selector, of which the first match counts
     */
    public LiveViewMessage focus(String selector) {
        return effect("focus", selector);
    }

    /**
     * Has a text read out to people who listen to the page: what those who look at it see for themselves, as that a list has
     * two entries more.
     *
     * <p>It waits for its turn and interrupts nothing. A page of the first dialect reads nothing out.
     *
     * @param text plain text, in the language of the page
     */
    public LiveViewMessage announce(String text) {
        return effect("announce", text);
    }

    /**
     * Lets the browser cross-fade from the page before to the page after, where it can (View Transitions); elsewhere, and in
     * a page of the first dialect, the change is simply made. It counts for everything that is sent together with this
     * message, as that is one step.
     */
    public LiveViewMessage transition() {
        return effect("transition", true);
    }

    /**
     * Sets or removes an attribute of the target.
     *
     * @param name the attribute's name
     * @param value its value, or {@code null} to remove it
     * @throws IllegalArgumentException if it would run code: an event handler such as {@code onclick}, {@code srcdoc}, or
     *     {@code javascript:} in an address
     */
    public LiveViewMessage attribute(String name, @Nullable String value) {
        return withEffects(effects.withEntry("attributes", Harmless.attribute(name, value), value));
    }

    /**
     * Adds a class to the target.
     *
     * @param name one class name
     */
    public LiveViewMessage addClass(String name) {
        return withEffects(effects.withItem("addClass", name));
    }

    /**
     * Takes a class from the target.
     *
     * @param name one class name
     */
    public LiveViewMessage removeClass(String name) {
        return withEffects(effects.withItem("removeClass", name));
    }

    /**
     * Fires a DOM event for the page's own code, on the target or, without one, on the document.
     *
     * @param name the event's type
     * @param detail what its {@code detail} holds: anything that can be written as JSON, or {@code null}
     */
    public LiveViewMessage event(String name, @Nullable Object detail) {
        return effect("event", Collections.unmodifiableMap(Effects.plus(Map.of("name", name), "detail", detail)));
    }

    /**
     * Leaves the page.
     *
     * @param url a path, or an address of the same origin by http or https; a browser refuses any other
     * @throws IllegalArgumentException if it cannot be one, such as {@code //elsewhere} or {@code javascript:}
     */
    public LiveViewMessage redirect(String url) {
        return effect("redirect", Harmless.address(url));
    }

    /**
     * Lets the page call one of its handlers, as if somebody had clicked there. A page of the first dialect does nothing.
     *
     * @param handler the name of a handler
     * @param data what the handler finds in {@link LiveViewContent#data()}: anything that can be written as JSON
     */
    public LiveViewMessage call(String handler, Map<String, ?> data) {
        Map<String, Object> call =
                Effects.plus(Map.of("function", handler), "data", Objects.requireNonNull(data, "data"));
        return effect("call", Collections.unmodifiableMap(call));
    }

    /** Loads the page anew. */
    public LiveViewMessage reload() {
        return effect("reload", true);
    }

    /** Returns the CSS selector of the target, or {@code null} where the message has none. */
    public @Nullable String target() {
        return target;
    }

    /** Returns what happens to the target. */
    public Swap swap() {
        return swap;
    }

    /** Returns the markup, or {@code null} where there is none or it is still to be rendered from a template. */
    public @Nullable String html() {
        return html;
    }

    /** Returns the template to render, or {@code null} where there is none. */
    public @Nullable TemplateName template() {
        return template;
    }

    /** Returns the variables for the template, unmodifiable. */
    public Map<String, Object> model() {
        return model.isEmpty() ? Map.of() : Collections.unmodifiableMap(model);
    }

    /** Returns the effects beside the target's content, by the names that the wire has for them, unmodifiable. */
    public Map<String, Object> effects() {
        return effects.byName();
    }

    /** Names target, swap, template and effects, never content or variables: those may be somebody's data. */
    @Override
    public String toString() {
        return "LiveViewMessage[" + swap + (target == null ? "" : " " + target)
                + (template == null ? "" : ", template=" + template)
                + (html == null ? "" : ", html of " + html.length() + " characters")
                + (effects.byName().isEmpty() ? "" : ", effects=" + effects) + "]";
    }

    private void checkTakesContent() {
        if (swap == Swap.NONE || swap == Swap.REMOVE) {
            throw new IllegalStateException("Expected a message that takes content, made by replace, outer, append, "
                    + "prepend, before or after; got " + this);
        }
    }

    private LiveViewMessage effect(String name, Object value) {
        return withEffects(effects.with(name, value));
    }

    private LiveViewMessage withEffects(Effects others) {
        return new LiveViewMessage(target, swap, html, template, model, others);
    }
}

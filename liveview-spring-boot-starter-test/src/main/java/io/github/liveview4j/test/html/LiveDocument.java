package io.github.liveview4j.test.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * The document of a page, and how updates change it.
 *
 * <p>For one thread at a time: the page that owns it sees to that.
 */
public final class LiveDocument {

    private final Document document;
    private final Fields fields = new Fields();
    private final Claims claims = new Claims(fields);
    private final Touched touched = new Touched();

    private LiveDocument(Document document) {
        this.document = document;
        document.outputSettings().prettyPrint(false);
    }

    /** Reads a whole page. */
    public static LiveDocument of(String html) {
        return new LiveDocument(Jsoup.parse(html));
    }

    /** Returns the document itself. */
    public Document document() {
        return document;
    }

    /** Returns what its fields hold. */
    public Fields fields() {
        return fields;
    }

    /** Returns where the user has been. */
    public Touched touched() {
        return touched;
    }

    /** Returns to whom that belongs. */
    public Claims claims() {
        return claims;
    }

    /**
     * Finds the first match of a selector that the server sent.
     *
     * @return the element, or {@code null} where none matches
     * @throws SelectorParseException if it is no selector
     */
    public @Nullable Element find(String selector) {
        return document.selectFirst(selector);
    }

    /**
     * Puts html into the page.
     *
     * @param swap how, by its name on the wire
     * @param answered the call whose answer it is, or {@code null}
     * @return the element that stands in the target's place afterwards
     * @throws IllegalArgumentException if there is no such way
     */
    public Element swap(Element target, String swap, String html, @Nullable Object answered) {
        Morph morph = morph(answered, false);
        switch (swap) {
            case "inner" -> {
                Element fragment = fragment(html);
                morph.morph(target, children(target), fragment, children(fragment), null);
            }
            case "append", "prepend" -> add(target, html, swap.equals("prepend"), morph);
            case "before" -> children(fragment(html)).forEach(target::before);
            case "after" -> {
                Node last = target;
                for (Node next : children(fragment(html))) {
                    last.after(next);
                    last = next;
                }
            }
            case "outer" -> {
                return outer(target, html, morph);
            }
            case "remove" -> target.remove();
            default ->
                throw new IllegalArgumentException(
                        "Expected one of inner, outer, before, after, prepend, append, remove, got " + swap);
        }
        return target;
    }

    /**
     * Takes over the body and the title of another document, as a page that has fetched itself does.
     *
     * @return the other document
     */
    public Document takeOver(String html) {
        Document other = Jsoup.parse(html);
        Element body = document.body();
        morph(null, true).morph(body, children(body), other.body(), children(other.body()), null);
        document.title(other.title());
        return other;
    }

    private Morph morph(@Nullable Object answered, boolean isFetched) {
        BiPredicate<Element, Element> keeps = (field, next) -> claims.has(field, next, answered, isFetched);
        return new Morph(fields, claims, keeps);
    }

    private static Element outer(Element target, String html, Morph morph) {
        Element parent = target.parent();
        if (parent == null) {
            return target;
        }
        Element fragment = fragment(html);
        List<Node> now = morph.morph(parent, List.of(target), fragment, children(fragment), target.nextSibling());
        return now.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .findFirst()
                .orElse(target);
    }

    /** What is in the target already, by its id, is brought along. */
    private static void add(Element target, String html, boolean isFirst, Morph morph) {
        Element fragment = fragment(html);
        List<Node> nexts = children(fragment);
        List<String> ids = nexts.stream()
                .filter(Element.class::isInstance)
                .map(next -> ((Element) next).id())
                .filter(id -> !id.isEmpty())
                .toList();
        List<Node> twins = new ArrayList<>();
        Node end = null;
        for (Node child : children(target)) {
            if (child instanceof Element element && ids.contains(element.id())) {
                twins.add(child);
            } else if (isFirst && end == null) {
                end = child;
            }
        }
        morph.morph(target, twins, fragment, nexts, end);
    }

    private static List<Node> children(Element element) {
        return List.copyOf(element.childNodes());
    }

    /** Inside of a template rows, cells and options are taken without their table or select, as the browser's client does. */
    private static Element fragment(String html) {
        Element template = new Element("template");
        template.appendChildren(Parser.htmlParser().parseFragmentInput(html, template, ""));
        return template;
    }

    /** Sets and removes attributes. */
    public static void attributes(Element target, Map<?, ?> attributes) {
        attributes.forEach((name, value) -> {
            if (value == null) {
                target.removeAttr(String.valueOf(name));
            } else {
                target.attr(String.valueOf(name), String.valueOf(value));
            }
        });
    }
}

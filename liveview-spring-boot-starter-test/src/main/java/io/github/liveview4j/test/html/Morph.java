package io.github.liveview4j.test.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns old nodes of the page into new ones: what is there already stays, changed where it differs, and moved where it has
 * another place. A smaller likeness of the client's {@code morph.js}: elements belong together by their ids, else by kind and order.
 *
 * <p>It matters where a page is more than its html: what was typed stays, and an element that is the same calls no
 * {@code data-liveview-init} again. For the thread that owns the document.
 */
final class Morph {

    private static final String ONCE = "[data-liveview-init],[data-liveview-intersect-appear]";

    private final Fields fields;
    private final Claims claims;
    /** Whether what a field holds stays. */
    private final BiPredicate<Element, Element> keeps;

    private final Map<Node, Node> partners = new IdentityHashMap<>();
    private final Set<Node> claimed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> holders = Collections.newSetFromMap(new IdentityHashMap<>());

    Morph(Fields fields, Claims claims, BiPredicate<Element, Element> keeps) {
        this.fields = fields;
        this.claims = claims;
        this.keeps = keeps;
    }

    /**
     * Does it.
     *
     * @param parent of the old nodes
     * @param olds children of it that stand side by side
     * @param nextParent of the new nodes
     * @param nexts children of that, which are taken
     * @param end in front of which the new ones stand, or {@code null}: at the end
     * @return what stands there now
     */
    List<Node> morph(Element parent, List<Node> olds, Element nextParent, List<Node> nexts, @Nullable Node end) {
        pair(parent, olds, nextParent, nexts);
        return replace(parent, olds, nexts, end);
    }

    private void pair(Element parent, List<Node> olds, Element nextParent, List<Node> nexts) {
        Map<String, @Nullable Element> byId = ids(olds);
        ids(nexts).forEach((id, next) -> {
            Element old = byId.get(id);
            if (next != null && old != null) {
                link(old, parent, next, nextParent);
            }
        });
    }

    private void link(Element old, Element parent, Element next, Element nextParent) {
        hold(old, parent);
        hold(next, nextParent);
        Element theirs = old;
        Element ours = next;
        while (theirs != null && ours != null && theirs != parent && ours != nextParent) {
            if (partners.containsKey(ours)
                    || claimed.contains(theirs)
                    || !kind(theirs).equals(kind(ours))) {
                return;
            }
            partners.put(ours, theirs);
            claimed.add(theirs);
            theirs = theirs.parent();
            ours = ours.parent();
        }
    }

    private void hold(Element element, Element root) {
        for (Element one = element.parent(); one != null && one != root && holders.add(one); one = one.parent()) {
            // adding is the point
        }
    }

    private List<Node> replace(Element parent, List<Node> olds, List<Node> nexts, @Nullable Node end) {
        List<@Nullable Node> matches = match(parent, olds, nexts);
        Set<Node> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        matches.stream().filter(Objects::nonNull).forEach(kept::add);
        TextNode place = new TextNode("");
        if (end != null) {
            end.before(place);
        } else {
            parent.appendChild(place);
        }
        olds.stream().filter(old -> !kept.contains(old)).forEach(Node::remove);
        List<Node> now = new ArrayList<>();
        for (int i = 0; i < nexts.size(); i++) {
            Node next = nexts.get(i);
            Node old = matches.get(i);
            if (old != null) {
                place.before(old);
                become(old, next);
                now.add(old);
            } else {
                now.add(insert(place, next));
            }
        }
        place.remove();
        return now;
    }

    private Node insert(Node place, Node next) {
        if (!holders.contains(next) || !(next instanceof Element element)) {
            place.before(next);
            return next;
        }
        Element shell = element.shallowClone();
        place.before(shell);
        replace(shell, List.of(), List.copyOf(element.childNodes()), null);
        return shell;
    }

    private void become(Node old, Node next) {
        if (old instanceof TextNode text) {
            text.text(((TextNode) next).getWholeText());
        } else if (old instanceof DataNode data) {
            data.setWholeData(((DataNode) next).getWholeData());
        } else if (old instanceof Element element) {
            becomeElement(element, (Element) next);
        } else {
            old.replaceWith(next);
        }
    }

    private void becomeElement(Element old, Element next) {
        if (next.attr("data-liveview-ignore").isEmpty() && next.hasAttr("data-liveview-ignore")
                || next.hasAttr("data-liveview-permanent")) {
            return;
        }
        boolean isField = Fields.isField(old);
        boolean stays = isField && keeps.test(old, next);
        takeAttributes(old, next);
        if (!old.nameIs("textarea") || !stays) {
            replace(old, List.copyOf(old.childNodes()), List.copyOf(next.childNodes()), null);
        }
        if (isField && !stays) {
            fields.reset(old);
            claims.took(old);
        }
    }

    private static void takeAttributes(Element old, Element next) {
        Set<String> reserved =
                new HashSet<>(Arrays.asList(old.attr("data-liveview-ignore").split("\\s+")));
        for (Attribute attribute : next.attributes()) {
            if (!reserved.contains(attribute.getKey())) {
                old.attributes().put(attribute.clone());
            }
        }
        for (Attribute attribute : List.copyOf(old.attributes().asList())) {
            if (!next.hasAttr(attribute.getKey()) && !reserved.contains(attribute.getKey())) {
                old.removeAttr(attribute.getKey());
            }
        }
    }

    private List<@Nullable Node> match(Element parent, List<Node> olds, List<Node> nexts) {
        List<@Nullable Node> matches = new ArrayList<>();
        Map<String, Deque<Node>> kinds = new HashMap<>();
        olds.stream()
                .filter(old -> !claimed.contains(old))
                .forEach(old -> kinds.computeIfAbsent(kind(old), key -> new ArrayDeque<>())
                        .add(old));
        for (Node next : nexts) {
            Node partner = partners.get(next);
            if (partner != null) {
                // What has turned inside out cannot be kept.
                matches.add(parent == partner || parent.parents().contains(partner) ? null : partner);
            } else {
                Deque<Node> alike = kinds.get(kind(next));
                matches.add(alike == null ? null : alike.poll());
            }
        }
        return matches;
    }

    private static String kind(Node node) {
        if (!(node instanceof Element element)) {
            return node.nodeName();
        }
        String field = Fields.isField(element) || element.nameIs("button")
                ? Fields.type(element) + " " + element.attr("name")
                : element.attr("type");
        String call = element.is(ONCE) ? element.dataset().toString() : "";
        return String.join(",", element.normalName(), element.id(), element.attr("data-liveview-key"), field, call);
    }

    private static Map<String, @Nullable Element> ids(List<Node> nodes) {
        Map<String, @Nullable Element> found = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node instanceof Element root) {
                for (Element element : root.select("[id]")) {
                    if (!element.id().isEmpty()) {
                        found.put(element.id(), found.containsKey(element.id()) ? null : element);
                    }
                }
            }
        }
        return found;
    }
}

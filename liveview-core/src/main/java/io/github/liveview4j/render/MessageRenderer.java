package io.github.liveview4j.render;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMessage.Swap;
import io.github.liveview4j.TemplateName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders the messages that carry a template, and tells of the mistake that everybody makes once.
 *
 * <p>That mistake is a fragment whose root repeats the id of the target, sent with {@code replace}: the page then has the
 * element inside itself. It is told in the log once for a target and template.
 *
 * <p>For any thread.
 */
public final class MessageRenderer {

    private static final Logger log = LoggerFactory.getLogger(MessageRenderer.class);

    /** The first tag of a fragment, as far as its id; a comment before it, once read, is not read again in another way. */
    private static final Pattern ROOT_ID = Pattern.compile(
            "\\A\\s*(?>(?><!--.*?-->)\\s*)*+<[a-zA-Z][^>]*?\\sid\\s*=\\s*[\"']?([^\"'\\s>]+)", Pattern.DOTALL);

    private static final int ENOUGH_WARNINGS = 100;

    private final FragmentRenderer renderer;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * Creates a renderer of messages.
     *
     * @param renderer the template engine
     */
    public MessageRenderer(FragmentRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * Renders what is still to be rendered.
     *
     * @param messages messages with or without a template
     * @param context for whom
     * @return the messages in their order, none with a template
     * @throws LiveViewException if a template or a fragment cannot be rendered
     */
    public List<LiveViewMessage> render(List<LiveViewMessage> messages, RenderContext context) {
        List<LiveViewMessage> rendered = new ArrayList<>(messages.size());
        for (LiveViewMessage message : messages) {
            TemplateName template = message.template();
            if (template == null) {
                rendered.add(message);
            } else {
                LiveViewMessage done = message.html(renderer.render(new FragmentRequest(
                        template,
                        variables(message, context),
                        context.locale(),
                        context.connection(),
                        context.page())));
                tellOfRepeatedId(template, done);
                rendered.add(done);
            }
        }
        return rendered;
    }

    private static Map<String, Object> variables(LiveViewMessage message, RenderContext context) {
        if (context.model().isEmpty()) {
            return message.model();
        }
        Map<String, Object> variables = new HashMap<>(context.model());
        variables.putAll(message.model());
        return variables;
    }

    private void tellOfRepeatedId(TemplateName template, LiveViewMessage message) {
        String target = message.target();
        String html = message.html();
        if (message.swap() != Swap.INNER || target == null || html == null || !target.startsWith("#")) {
            return;
        }
        if (!mayHaveId(html, target.substring(1))) {
            // As nearly always, and found out in no time.
            return;
        }
        Matcher root = ROOT_ID.matcher(html);
        if (root.lookingAt()
                && target.regionMatches(
                        1,
                        root.group(1),
                        0,
                        Math.max(target.length() - 1, root.group(1).length()))
                && warned.size() < ENOUGH_WARNINGS
                && warned.add(target + " " + template)) {
            log.warn(
                    "The template \"{}\" was sent with replace(\"{}\"), and its root has that id too: the page now has "
                            + "the element inside itself. Either send it with outer(\"{}\"), or name only the inside of "
                            + "the element as the fragment: <div id=\"{}\"><th:block th:fragment=\"...\">...",
                    template,
                    target,
                    target,
                    root.group(1));
        }
    }

    /** Returns whether a text stands somewhere as if it were the value of an attribute whose name ends in {@code id}. */
    private static boolean mayHaveId(String html, String id) {
        for (int found = id.isEmpty() ? -1 : html.indexOf(id); found >= 0; found = html.indexOf(id, found + 1)) {
            int before = found - 1;
            while (before >= 0 && " \t\n\f\r\"'=".indexOf(html.charAt(before)) >= 0) {
                before--;
            }
            if (before < found - 1 && before > 0 && html.startsWith("id", before - 1)) {
                return true;
            }
        }
        return false;
    }
}

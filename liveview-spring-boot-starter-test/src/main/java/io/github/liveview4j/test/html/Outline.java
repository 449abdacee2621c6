package io.github.liveview4j.test.html;

import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Says in a few words which element is meant, for messages. For any thread. */
public final class Outline {

    private static final int LONGEST_TEXT = 40;
    private static final List<String> TELLING =
            List.of("id", "name", "type", "class", "href", "data-liveview-function", "disabled");

    private Outline() {}

    /** Returns the tag with the attributes that tell it from others, and the beginning of its text. */
    public static String of(Element element) {
        StringBuilder outline = new StringBuilder("<").append(element.normalName());
        for (String name : TELLING) {
            Attribute attribute = element.attribute(name);
            if (attribute != null) {
                outline.append(' ').append(name);
                if (!attribute.getValue().isEmpty()) {
                    outline.append("=\"").append(attribute.getValue()).append('"');
                }
            }
        }
        outline.append('>');
        String text = element.text();
        if (!text.isEmpty() && !element.nameIs("body") && !element.nameIs("form")) {
            outline.append(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text);
        }
        return outline.toString();
    }
}

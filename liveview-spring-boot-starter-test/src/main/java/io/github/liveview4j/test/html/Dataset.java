package io.github.liveview4j.test.html;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The values that an element gives its handler: {@code data-data-*}, and {@code data-*} that nobody else needs. For any thread. */
public final class Dataset {

    private static final Pattern DATA = Pattern.compile("data-(data-)?(.+)");
    private static final Pattern RESERVED = Pattern.compile("action|controller|liveview.*|.*-target");
    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    private Dataset() {}

    /** Returns the values by their names in camel case. */
    public static Map<String, String> of(Element element) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, String> explicit = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            Matcher matcher = DATA.matcher(attribute.getKey());
            if (!matcher.matches()) {
                continue;
            }
            String rest = matcher.group(2);
            String name =
                    HYPHEN.matcher(rest).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
            if (matcher.group(1) != null) {
                explicit.put(name, attribute.getValue());
            } else if (!RESERVED.matcher(rest).matches()) {
                plain.put(name, attribute.getValue());
            }
        }
        plain.putAll(explicit);
        return plain;
    }
}

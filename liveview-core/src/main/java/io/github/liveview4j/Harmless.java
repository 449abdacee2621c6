package io.github.liveview4j;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses addresses and attributes in a message that could run code in the page or lead away from it, where text of a user got into
 * them. The browser's side refuses them as well. For any thread.
 *
 * <p>What is refused is in no message, as it may be somebody's data.
 */
final class Harmless {

    /** A browser takes these for what they are not: it drops the first three anywhere, all at both ends, and reads \ as /. */
    private static final Pattern MISREAD =
            Pattern.compile("[\\t\\n\\r]|^[\\x00-\\x20]|[\\x00-\\x20]$|[\\x00-\\x1f\\x7f]");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern EVENT = Pattern.compile("on\\w+");
    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "xlink:href",
            "src",
            "action",
            "formaction",
            "data",
            "poster",
            "background",
            "ping",
            "to",
            "from",
            "by",
            "values");
    private static final Pattern DROPPED = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern RUNS =
            Pattern.compile("(?i)(^|;)[\\x00-\\x20]*(javascript|vbscript|data(?!:image/(?!svg)))\\s*:");

    private Harmless() {}

    /** Returns a path of this application, as it is. */
    static String path(String url) {
        if (!isPath(url)) {
            throw new IllegalArgumentException(
                    "Expected a path such as /articles/7, with neither scheme nor host, backslash nor "
                            + "control characters; got something else");
        }
        return url;
    }

    /** Returns a path, or an address by http or https, which the browser compares with its own origin. */
    static String address(String url) {
        if (!isPath(url) && !isWebAddress(url)) {
            throw new IllegalArgumentException(
                    "Expected a path such as /articles/7, or a whole address of this site by http or "
                            + "https, without user, backslash and control characters; got something else");
        }
        return url;
    }

    /** Returns the name of an attribute, as it is, where its value may be set by a message. */
    static String attribute(String name, @Nullable String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!name.matches("[^\\s\"'<>/=\\x00-\\x1f\\x7f]+")) {
            throw new IllegalArgumentException(
                    "Expected the name of an attribute, such as disabled; got something else");
        }
        if (value == null) {
            return name;
        }
        if (EVENT.matcher(lower).matches() || lower.equals("srcdoc")) {
            throw new IllegalArgumentException("Expected an attribute that holds no code and no html; got " + lower
                    + ": let the page's own code listen, see LiveViewMessage.event");
        }
        if (ADDRESSES.contains(lower)
                && RUNS.matcher(DROPPED.matcher(value).replaceAll("")).find()) {
            throw new IllegalArgumentException(
                    "Expected an address in the attribute " + lower
                            + " that runs nothing; got one by javascript:, vbscript: or data:, of which only pictures are taken");
        }
        return name;
    }

    private static boolean isPath(String url) {
        return !isMisread(url) && !SCHEME.matcher(url).find() && !url.startsWith("//");
    }

    private static boolean isWebAddress(String url) {
        if (isMisread(url) || !url.regionMatches(true, 0, "http", 0, 4)) {
            return false;
        }
        try {
            // Only what is in front of the path: a browser takes characters in it that this class does not.
            int path = url.indexOf("://") < 0 ? 0 : url.indexOf('/', url.indexOf("://") + 3);
            URI uri = new URI(path < 0 ? url.split("[?#]", 2)[0] : url.substring(0, path));
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getScheme().matches("(?i)https?");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isMisread(String url) {
        return MISREAD.matcher(url).find() || url.split("[?#]", 2)[0].indexOf('\\') >= 0;
    }
}

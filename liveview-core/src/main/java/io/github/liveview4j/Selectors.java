package io.github.liveview4j;

/**
 * Makes CSS selectors of text that is not the application's own.
 *
 * <pre>{@code
 * consumer.send(remove(Selectors.id("tag-" + tag.name())));
 * }</pre>
 *
 * <p>A selector is a language: in {@code "#tag-" + name}, a name such as {@code x, body} selects the body. For any thread.
 */
public final class Selectors {

    private Selectors() {}

    /**
     * Returns the selector of the element with an id, whatever is in the id: letters of any language, spaces, commas, quotes. It is
     * what the browser's {@code CSS.escape} makes of it, with a hash in front.
     *
     * @param id the id as it stands in the html, without a hash
     * @throws IllegalArgumentException if it is empty, which no element's is, or holds half a surrogate pair
     */
    public static String id(String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("Expected the id of an element; got an empty one");
        }
        StringBuilder selector = new StringBuilder(id.length() + 8).append('#');
        id.codePoints().forEach(c -> append(selector, c, id));
        return selector.toString();
    }

    private static void append(StringBuilder selector, int c, String id) {
        boolean isFirst = selector.length() == 1;
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("Expected whole characters in the id of an element; got half a pair");
        } else if (c == 0) {
            // So does the browser that reads the html.
            selector.append('\uFFFD');
        } else if (c < 0x20 || c == 0x7f || isDigit(c) && (isFirst || selector.length() == 2 && id.charAt(0) == '-')) {
            selector.append('\\').append(Integer.toHexString(c)).append(' ');
        } else if (c >= 0x80 || isDigit(c) || isLetter(c) || c == '_' || c == '-' && !(isFirst && id.length() == 1)) {
            selector.appendCodePoint(c);
        } else {
            selector.append('\\').appendCodePoint(c);
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}

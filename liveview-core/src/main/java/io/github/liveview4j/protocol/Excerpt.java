package io.github.liveview4j.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A stranger's text, made fit for one line of a log: cut, and without anything that could begin a second line or move a
 * terminal's cursor.
 */
public final class Excerpt {

    private static final int LENGTH = 80;

    private Excerpt() {}

    /**
     * Returns the beginning of a text, every control, format or surrogate character written as an escape.
     *
     * @param text what came, or {@code null}
     * @return one line of at most some hundred characters
     */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), LENGTH) + 16);
        for (int i = 0; i < text.length() && i < LENGTH; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        if (text.length() > LENGTH) {
            out.append("… (").append(text.length()).append(" characters)");
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

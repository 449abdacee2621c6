package io.github.liveview4j;

import org.jspecify.annotations.Nullable;

/**
 * The name of a template, and of a fragment in it.
 *
 * <p>Only letters, digits and {@code _ / . -} are taken, and no {@code ..}: a name can then never be an expression or
 * leave the template folder, whatever it was put together from.
 *
 * @param template the template as the engine knows it, such as {@code articles/edit}
 * @param fragment the name in {@code th:fragment}, or {@code null} for the whole template
 */
public record TemplateName(String template, @Nullable String fragment) {

    private static final String IN_TEMPLATE = "_/.-";
    private static final String IN_FRAGMENT = "_-";
    private static final String SEPARATOR = "::";

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if one has other characters, or the template has {@code ..}
     */
    public TemplateName {
        if (!consistsOf(template, IN_TEMPLATE)
                || template.contains("..")
                || fragment != null && !consistsOf(fragment, IN_FRAGMENT)) {
            throw refused();
        }
    }

    /** Without a pattern: nearly every call names a template, and patterns were 3 % of what such a call costs. */
    private static boolean consistsOf(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!isLetter && !(c >= '0' && c <= '9') && others.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * Reads {@code "articles/edit"} or {@code "articles/edit :: form"}.
     *
     * @param name the template, and after {@code ::} the fragment
     * @throws IllegalArgumentException if it is not of this form
     */
    public static TemplateName parse(String name) {
        int end = name.indexOf(SEPARATOR);
        return end < 0
                ? new TemplateName(name.strip(), null)
                : new TemplateName(
                        name.substring(0, end).strip(),
                        name.substring(end + SEPARATOR.length()).strip());
    }

    private static IllegalArgumentException refused() {
        // Without the name: it may have been put together from what a user sent.
        return new IllegalArgumentException("Expected a template name such as \"hello\" or \"hello :: greeting\", "
                + "of letters, digits and _ / . - only, without \"..\"; got something else");
    }

    /** Returns the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return fragment == null ? template : template + " :: " + fragment;
    }
}

package io.github.liveview4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern TEMPLATE = Pattern.compile("[\\w/.-]+");
    private static final Pattern FRAGMENT = Pattern.compile("[\\w-]+");
    private static final Pattern BOTH = Pattern.compile("(" + TEMPLATE + ")(?:\\s*::\\s*(" + FRAGMENT + "))?");

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if one has other characters, or the template has {@code ..}
     */
    public TemplateName {
        if (!TEMPLATE.matcher(template).matches()
                || template.contains("..")
                || fragment != null && !FRAGMENT.matcher(fragment).matches()) {
            throw refused();
        }
    }

    /**
     * Reads {@code "articles/edit"} or {@code "articles/edit :: form"}.
     *
     * @param name the template, and after {@code ::} the fragment
     * @throws IllegalArgumentException if it is not of this form
     */
    public static TemplateName parse(String name) {
        Matcher matcher = BOTH.matcher(name.strip());
        if (!matcher.matches()) {
            throw refused();
        }
        return new TemplateName(matcher.group(1), matcher.group(2));
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

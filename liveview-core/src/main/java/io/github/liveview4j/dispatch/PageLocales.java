package io.github.liveview4j.dispatch;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The languages that the application has, and which of them a page is in by what it says.
 *
 * <p>What a page says is a claim and may be any text: what is no language tag, or none of the application's, is passed over.
 * For any thread.
 */
final class PageLocales {

    /** The form of a BCP 47 tag; a wildcard is none. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}");

    private final List<Locale> supported;

    PageLocales(List<Locale> supported) {
        this.supported = List.copyOf(supported);
    }

    /**
     * Returns the application's language for what a page says, else the other one.
     *
     * <p>The same tag first, then shorter and shorter ones ({@code es-MX}, {@code es}), then the first of the same language.
     * A page that says no more than the other one does, such as {@code de} where that is {@code de-CH}, keeps the other one
     * and with it the form of its numbers and dates.
     */
    Locale choose(@Nullable String lang, Locale otherwise) {
        // Most calls name the language that the handshake had, for which there is nothing to look up.
        if (lang == null
                || supported.isEmpty()
                || lang.equals(otherwise.toLanguageTag())
                || !TAG.matcher(lang).matches()) {
            return otherwise;
        }
        Locale said = resolve(lang);
        return said == null || said.equals(resolve(otherwise.toLanguageTag())) ? otherwise : said;
    }

    private @Nullable Locale resolve(String tag) {
        Locale exact = Locale.lookup(List.of(new Locale.LanguageRange(tag)), supported);
        if (exact != null) {
            return exact;
        }
        String language = Locale.forLanguageTag(tag).getLanguage();
        return supported.stream()
                .filter(locale -> !language.isEmpty() && locale.getLanguage().equals(language))
                .findFirst()
                .orElse(null);
    }
}

package io.github.liveview4j.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What an application decides about its pages.
 *
 * @param locales the languages that a page may choose by what it says it is in; none leaves the handshake's
 * @param heartbeat after how much silence a browser is, and itself asks, for a sign of life
 * @param retention how long a page that lost its connection is remembered
 * @param stateful whether handlers keep what a page shows on this server: a page that has made calls, and comes to a server that
 *     does not remember it, then has to fetch itself
 * @param doors what a call has to pass
 */
public record PageSettings(
        List<Locale> locales, Duration heartbeat, Duration retention, boolean stateful, Doors doors) {

    /** How long a page is remembered where the application does not say. */
    public static final Duration RETENTION = Duration.ofMinutes(2);

    /** Copies the list. */
    public PageSettings {
        locales = List.copyOf(locales);
    }
}

package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.protocol.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of LiveView.
 *
 * @param path Path of the WebSocket endpoint, without the room that a page adds to it.
 * @param allowedOrigins Origins of other sites whose pages may connect, such as https://www.example.com. The application's own origin always may.
 * @param locales Languages of the application that a page may choose with the lang attribute of its html element. Without any, the language is that of the request.
 * @param scanPackages Packages to search for handlers, in addition to those of the application.
 * @param dialects Dialects of the wire that are spoken. Without v1, clients that offer no subprotocol are refused.
 * @param outboxLimit How much may wait for one browser before it is disconnected as too slow.
 * @param sendTimeout How long one write to a browser may take before it is disconnected as too slow.
 * @param frameLimit How large one frame of a browser may be before it is disconnected.
 * @param heartbeat After how much silence a browser asks for a sign of life.
 * @param compression Whether permessage-deflate is agreed to. It multiplies the memory of an idle page.
 */
@ConfigurationProperties("liveview")
public record LiveViewProperties(
        @DefaultValue("/ws/liveview") String path,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<Locale> locales,
        @DefaultValue List<String> scanPackages,
        @DefaultValue({"v1", "v2"}) Set<Dialect> dialects,
        @DefaultValue("512KB") DataSize outboxLimit,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("64KB") DataSize frameLimit,
        @DefaultValue("20s") Duration heartbeat,
        @DefaultValue("false") boolean compression) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(1024);

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException if one cannot work, naming the property
     */
    public LiveViewProperties {
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        check(
                path.matches("(/[A-Za-z0-9_.~-]+)+"),
                "path",
                "a path such as /ws/liveview, of letters, digits and _ . ~ - between slashes",
                path);
        check(isSize(outboxLimit), "outbox-limit", "a size from 1B to 1GB", outboxLimit);
        check(isSize(frameLimit), "frame-limit", "a size from 1B to 1GB", frameLimit);
        check(isPositive(sendTimeout), "send-timeout", "a duration longer than nothing", sendTimeout);
        check(isPositive(heartbeat), "heartbeat", "a duration longer than nothing", heartbeat);
        check(!dialects.isEmpty(), "dialects", "v1, v2 or both", dialects);
        allowedOrigins = List.copyOf(allowedOrigins);
        locales = List.copyOf(locales);
        check(
                locales.stream().noneMatch(locale -> locale.toLanguageTag().startsWith("und")),
                "locales",
                "language tags such as en or pt-BR",
                locales);
        scanPackages = List.copyOf(scanPackages);
        dialects = Set.copyOf(dialects);
    }

    private static boolean isSize(DataSize size) {
        return size.toBytes() > 0 && size.compareTo(LARGEST) <= 0;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void check(boolean holds, String property, String expected, Object got) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Expected " + expected + " as liveview." + property + ", got '" + got + "'");
        }
    }
}

package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.dispatch.PageLimits;
import io.github.liveview4j.limit.Rate;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.spring.redis.RedisSettings;
import io.github.liveview4j.spring.scope.PageScopeLimits;
import io.github.liveview4j.spring.websocket.ConnectionLimits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of LiveView.
 *
 * @param path Path of the WebSocket endpoint, without the room that a page adds to it.
 * @param allowedOrigins Origins of other sites whose pages may connect, such as https://www.example.com. The application's own origin always may.
 * @param allowedHosts Names under which the server may be asked for a socket, such as www.example.com. Without any, whichever it is asked under.
 * @param allowAbsentOrigin Whether programs that are no browsers may connect without an Origin header. Pages in browsers always send one.
 * @param locales Languages of the application that a page may choose with the lang attribute of its html element. Without any, the language is that of the request.
 * @param scanPackages Packages to search for handlers, in addition to those of the application.
 * @param dialects Dialects of the wire that are spoken. Without v1, clients that offer no subprotocol are refused.
 * @param outboxLimit How much may wait for one browser before it is disconnected as too slow.
 * @param sendTimeout How long one write to a browser may take before it is disconnected as too slow.
 * @param frameLimit How large one frame of a browser may be before it is disconnected.
 * @param heartbeat After how much silence a browser asks for a sign of life, and how often it is asked for one.
 * @param pageRetention How long a page that lost its connection is remembered: its calls, what was pushed to it meanwhile, its state.
 * @param compression Whether permessage-deflate is agreed to. It multiplies the memory of an idle page.
 * @param nativeWrites Whether frames are written to Tomcat's sockets directly, where that is the container and lets us, which is cheaper.
 * @param leanConnections Whether an idle page is to take less than half the memory on the embedded Tomcat. Some of what that sets holds for the whole container.
 * @param assetsVersion Names the static resources of the application; pages are told when they were loaded with others. By default made of their content; empty for none.
 * @param signingKey Secret of at least 32 characters that signs the tokens of pages, and seals what goes over Redis; the same on every node. Random at start when unset.
 * @param pageToken Whether a page has to show the token of its html before its calls are run.
 * @param versionCheck What happens at the start where a library is older than its last known hole.
 * @param sessionCheck In which time every open connection is looked at once, whether its HTTP session and its user still hold. Every call is looked at anyway.
 * @param callsKeepSession Whether a call counts as a request of its HTTP session, so that it does not time out.
 * @param warnUnescaped Whether the log warns, once for each place, where a template puts text into messages without escaping it.
 * @param broadcast How broadcasts reach the pages of all nodes.
 * @param history How much of what was said is kept for pages that come back.
 * @param redis How broadcasts go over Redis.
 * @param limits How much pages and their sockets may ask for.
 * @param scope How many page-scoped beans there may be, and for how long.
 */
@ConfigurationProperties("liveview")
public record LiveViewProperties(
        @DefaultValue("/ws/liveview") String path,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("false") boolean allowAbsentOrigin,
        @DefaultValue List<Locale> locales,
        @DefaultValue List<String> scanPackages,
        @DefaultValue({"v1", "v2"}) Set<Dialect> dialects,
        @DefaultValue("512KB") DataSize outboxLimit,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("64KB") DataSize frameLimit,
        @DefaultValue("20s") Duration heartbeat,
        @DefaultValue("2m") Duration pageRetention,
        @DefaultValue("false") boolean compression,
        @DefaultValue("true") boolean nativeWrites,
        @DefaultValue("false") boolean leanConnections,
        @Nullable String assetsVersion,
        @Nullable String signingKey,
        @DefaultValue("required") PageToken pageToken,
        @DefaultValue("fail") VersionChecking versionCheck,
        @DefaultValue("5s") Duration sessionCheck,
        @DefaultValue("false") boolean callsKeepSession,
        @DefaultValue("true") boolean warnUnescaped,
        @DefaultValue("auto") Broadcasting broadcast,
        @DefaultValue History history,
        @DefaultValue Redis redis,
        @DefaultValue Limits limits,
        @DefaultValue PageScope scope) {

    /** Whether a page has to show the token of its html before its calls are run. */
    public enum PageToken {
        /** It has to, in the dialect that knows one, v2. */
        REQUIRED,
        /** It need not; a token that it shows lets it into the rooms that it names. */
        OPTIONAL
    }

    /** What happens at the start where a library is older than its last known hole. */
    public enum VersionChecking {
        /** It stops. */
        FAIL,
        /** The log says so. */
        WARN,
        /** Nothing. */
        OFF
    }

    /** How broadcasts reach the pages of all nodes. */
    public enum Broadcasting {
        /** Over Redis where Spring Data Redis is on the class path and configured, else on this node only. */
        AUTO,
        /** On this node only. */
        LOCAL,
        /** Over Redis, without which the start fails. */
        REDIS
    }

    /**
     * How much of what was said is kept for pages that come back.
     *
     * @param age How long an update is kept.
     * @param updates How many updates of one room are kept.
     * @param roomSize How much of one room is kept.
     * @param totalSize How much of all rooms is kept.
     */
    public record History(
            @DefaultValue("2m") Duration age,
            @DefaultValue("256") int updates,
            @DefaultValue("1MB") DataSize roomSize,
            @DefaultValue("64MB") DataSize totalSize) {

        /**
         * Checks every value.
         *
         * @throws IllegalArgumentException if one cannot work, naming the property
         */
        public History {
            check(isPositive(age), "history.age", "a duration longer than nothing", age);
            check(updates > 0, "history.updates", "a number from 1", updates);
            check(isSize(roomSize), "history.room-size", "a size from 1B to 1GB", roomSize);
            check(totalSize.toBytes() > 0, "history.total-size", "a size from 1B", totalSize);
        }
    }

    /**
     * How broadcasts go over Redis. Where it is, is said under spring.data.redis.
     *
     * @param prefix Begins the names of all keys and of the channel. Applications that share a Redis need one each.
     * @param historyLength How many broadcasts Redis keeps for nodes that missed them.
     * @param historySize How much of them Redis keeps.
     * @param positionCheck How often a node asks Redis whether it has everything.
     * @param outageQueue What waits while Redis is away.
     */
    public record Redis(
            @DefaultValue("liveview") String prefix,
            @DefaultValue("10000") int historyLength,
            @DefaultValue("64MB") DataSize historySize,
            @DefaultValue("5s") Duration positionCheck,
            @DefaultValue OutageQueue outageQueue) {

        /**
         * Checks every value.
         *
         * @throws IllegalArgumentException if one cannot work, naming the property
         */
        public Redis {
            check(
                    prefix.matches("[A-Za-z0-9_.:-]{1,64}"),
                    "redis.prefix",
                    "1 to 64 letters, digits and _ . : -",
                    prefix);
            check(historyLength > 0, "redis.history-length", "a number from 1", historyLength);
            check(historySize.toBytes() > 0, "redis.history-size", "a size from 1B", historySize);
            check(isPositive(positionCheck), "redis.position-check", "a duration longer than nothing", positionCheck);
        }

        RedisSettings settings() {
            return new RedisSettings(
                    prefix,
                    historyLength,
                    historySize.toBytes(),
                    positionCheck,
                    outageQueue.age(),
                    outageQueue.length(),
                    outageQueue.size().toBytes());
        }

        /**
         * What waits while Redis is away.
         *
         * @param age How long a broadcast waits for Redis until it fails.
         * @param length How many broadcasts may wait.
         * @param size How much of them may wait.
         */
        public record OutageQueue(
                @DefaultValue("10s") Duration age,
                @DefaultValue("1000") int length,
                @DefaultValue("4MB") DataSize size) {

            /**
             * Checks every value.
             *
             * @throws IllegalArgumentException if one cannot work, naming the property
             */
            public OutageQueue {
                check(isPositive(age), "redis.outage-queue.age", "a duration longer than nothing", age);
                check(length > 0, "redis.outage-queue.length", "a number from 1", length);
                check(isSize(size), "redis.outage-queue.size", "a size from 1B to 1GB", size);
            }
        }
    }

    /**
     * How much pages and their sockets may ask for. In each, 0 is no limit, but for the bursts and the time.
     *
     * @param calls How many calls a second the pages of one HTTP session may make together; where there is none, each page. More are answered with an error.
     * @param callsBurst How many calls may come at once.
     * @param runningCalls How many calls from one address may run at the same time.
     * @param frames How many frames a second one socket may send.
     * @param framesBurst How many frames may come at once.
     * @param sessionSockets How many sockets one HTTP session may have at once.
     * @param addressSockets How many sockets one address may have at once.
     * @param handshakes How many sockets a second one address may ask for.
     * @param handshakesBurst How many sockets may be asked for at once.
     * @param helloTimeout How long a socket may be open before its page says hello; those of the first dialect never do.
     */
    public record Limits(
            @DefaultValue("30") int calls,
            @DefaultValue("60") int callsBurst,
            @DefaultValue("100") int runningCalls,
            @DefaultValue("300") int frames,
            @DefaultValue("1000") int framesBurst,
            @DefaultValue("20") int sessionSockets,
            @DefaultValue("500") int addressSockets,
            @DefaultValue("50") int handshakes,
            @DefaultValue("500") int handshakesBurst,
            @DefaultValue("10s") Duration helloTimeout) {

        /**
         * Checks every value.
         *
         * @throws IllegalArgumentException if one cannot work, naming the property
         */
        public Limits {
            check(calls >= 0, "limits.calls", NUMBER, calls);
            check(callsBurst > 0, "limits.calls-burst", "a number from 1", callsBurst);
            check(runningCalls >= 0, "limits.running-calls", NUMBER, runningCalls);
            check(frames >= 0, "limits.frames", NUMBER, frames);
            check(framesBurst > 0, "limits.frames-burst", "a number from 1", framesBurst);
            check(sessionSockets >= 0, "limits.session-sockets", NUMBER, sessionSockets);
            check(addressSockets >= 0, "limits.address-sockets", NUMBER, addressSockets);
            check(handshakes >= 0, "limits.handshakes", NUMBER, handshakes);
            check(handshakesBurst > 0, "limits.handshakes-burst", "a number from 1", handshakesBurst);
            check(isPositive(helloTimeout), "limits.hello-timeout", "a duration longer than nothing", helloTimeout);
        }

        private static final String NUMBER = "a number from 1, or 0 for no limit";

        PageLimits ofPages() {
            return new PageLimits(
                    new Rate(calls, callsBurst),
                    runningCalls,
                    addressSockets,
                    new Rate(frames, framesBurst),
                    helloTimeout);
        }

        ConnectionLimits ofConnections() {
            return new ConnectionLimits(sessionSockets, addressSockets, new Rate(handshakes, handshakesBurst));
        }
    }

    /**
     * How many page-scoped beans there may be, and for how long.
     *
     * @param maxPages How many pages may have page-scoped beans; past it, the beans of the page that has not used them for longest go.
     * @param idleTime How long page-scoped beans are kept unused.
     */
    public record PageScope(
            @DefaultValue("10000") int maxPages,
            @DefaultValue("30m") Duration idleTime) {

        /**
         * Checks every value.
         *
         * @throws IllegalArgumentException if one cannot work, naming the property
         */
        public PageScope {
            check(maxPages > 0, "scope.max-pages", "a number from 1", maxPages);
            check(isPositive(idleTime), "scope.idle-time", "a duration longer than nothing", idleTime);
        }

        PageScopeLimits limits() {
            return new PageScopeLimits(maxPages, idleTime);
        }
    }

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
        check(isPositive(sessionCheck), "session-check", "a duration longer than nothing", sessionCheck);
        check(isPositive(pageRetention), "page-retention", "a duration longer than nothing", pageRetention);
        check(!dialects.isEmpty(), "dialects", "v1, v2 or both", dialects);
        allowedOrigins = List.copyOf(allowedOrigins);
        locales = List.copyOf(locales);
        check(
                locales.stream().noneMatch(locale -> locale.toLanguageTag().startsWith("und")),
                "locales",
                "language tags such as en or pt-BR",
                locales);
        check(
                signingKey == null || signingKey.length() >= SigningKey.SHORTEST,
                "signing-key",
                "a secret of at least " + SigningKey.SHORTEST + " characters",
                signingKey == null ? "" : signingKey.length() + " characters");
        scanPackages = List.copyOf(scanPackages);
        dialects = Set.copyOf(dialects);
    }

    /** Half an outbox at once: the rest has to be free for what is said meanwhile. */
    HistoryLimits historyLimits() {
        return new HistoryLimits(
                history.age(),
                history.updates(),
                Math.toIntExact(history.roomSize().toBytes()),
                history.totalSize().toBytes(),
                Math.toIntExact(outboxLimit.toBytes() / 2));
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

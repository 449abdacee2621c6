package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.Broadcasting;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.History;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.Limits;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.PageScope;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.PageToken;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.Redis;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.Redis.OutageQueue;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.VersionChecking;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings: their defaults, what is refused, and what an editor says of them. */
class LiveViewPropertiesTests {

    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(LiveViewAutoConfiguration.class));

    @Test
    void theDefaultsSuitAnOrdinaryApplication() {
        application.run(context -> assertThat(context.getBean(LiveViewProperties.class))
                .isEqualTo(new LiveViewProperties(
                        "/ws/liveview",
                        List.of(),
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        Set.of(Dialect.V1, Dialect.V2),
                        DataSize.ofKilobytes(512),
                        Duration.ofSeconds(10),
                        DataSize.ofKilobytes(64),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(2),
                        false,
                        true,
                        false,
                        null,
                        null,
                        PageToken.REQUIRED,
                        VersionChecking.FAIL,
                        Duration.ofSeconds(5),
                        false,
                        true,
                        Broadcasting.AUTO,
                        new History(Duration.ofMinutes(2), 256, DataSize.ofMegabytes(1), DataSize.ofMegabytes(64)),
                        new Redis(
                                "liveview",
                                10_000,
                                DataSize.ofMegabytes(64),
                                Duration.ofSeconds(5),
                                new OutageQueue(Duration.ofSeconds(10), 1_000, DataSize.ofMegabytes(4))),
                        new Limits(30, 60, 100, 300, 1_000, 20, 500, 50, 500, Duration.ofSeconds(10)),
                        new PageScope(10_000, Duration.ofMinutes(30)))));
    }

    @Test
    void everyPropertyIsBound() {
        application
                .withPropertyValues(
                        "liveview.path=/live",
                        "liveview.allowed-origins=https://www.example.com,http://localhost:3000",
                        "liveview.allowed-hosts=www.example.com,localhost",
                        "liveview.allow-absent-origin=true",
                        "liveview.locales=en,es,pt-BR",
                        "liveview.scan-packages=com.example.a,com.example.b",
                        "liveview.dialects=v2",
                        "liveview.outbox-limit=1MB",
                        "liveview.send-timeout=3s",
                        "liveview.frame-limit=8KB",
                        "liveview.heartbeat=1m",
                        "liveview.session-check=2s",
                        "liveview.calls-keep-session=true",
                        "liveview.page-retention=5m",
                        "liveview.compression=true",
                        "liveview.native-writes=false",
                        "liveview.lean-connections=true",
                        "liveview.assets-version=build 7",
                        "liveview.signing-key=" + "k".repeat(32),
                        "liveview.page-token=optional",
                        "liveview.version-check=warn",
                        "liveview.warn-unescaped=false",
                        "liveview.broadcast=local",
                        "liveview.history.age=30s",
                        "liveview.history.updates=10",
                        "liveview.history.room-size=100KB",
                        "liveview.history.total-size=2GB",
                        "liveview.redis.prefix=shop",
                        "liveview.redis.history-length=500",
                        "liveview.redis.history-size=8MB",
                        "liveview.redis.position-check=1s",
                        "liveview.redis.outage-queue.age=2s",
                        "liveview.redis.outage-queue.length=20",
                        "liveview.redis.outage-queue.size=1MB",
                        "liveview.limits.calls=1",
                        "liveview.limits.calls-burst=2",
                        "liveview.limits.running-calls=3",
                        "liveview.limits.frames=4",
                        "liveview.limits.frames-burst=5",
                        "liveview.limits.session-sockets=6",
                        "liveview.limits.address-sockets=7",
                        "liveview.limits.handshakes=8",
                        "liveview.limits.handshakes-burst=9",
                        "liveview.limits.hello-timeout=10ms",
                        "liveview.scope.max-pages=7",
                        "liveview.scope.idle-time=1m")
                .run(context -> assertThat(context.getBean(LiveViewProperties.class))
                        .isEqualTo(new LiveViewProperties(
                                "/live",
                                List.of("https://www.example.com", "http://localhost:3000"),
                                List.of("www.example.com", "localhost"),
                                true,
                                List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt-BR")),
                                List.of("com.example.a", "com.example.b"),
                                Set.of(Dialect.V2),
                                DataSize.ofMegabytes(1),
                                Duration.ofSeconds(3),
                                DataSize.ofKilobytes(8),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                true,
                                false,
                                true,
                                "build 7",
                                "k".repeat(32),
                                PageToken.OPTIONAL,
                                VersionChecking.WARN,
                                Duration.ofSeconds(2),
                                true,
                                false,
                                Broadcasting.LOCAL,
                                new History(
                                        Duration.ofSeconds(30), 10, DataSize.ofKilobytes(100), DataSize.ofGigabytes(2)),
                                new Redis(
                                        "shop",
                                        500,
                                        DataSize.ofMegabytes(8),
                                        Duration.ofSeconds(1),
                                        new OutageQueue(Duration.ofSeconds(2), 20, DataSize.ofMegabytes(1))),
                                new Limits(1, 2, 3, 4, 5, 6, 7, 8, 9, Duration.ofMillis(10)),
                                new PageScope(7, Duration.ofMinutes(1)))));
    }

    @Test
    void aSlashAtTheEndOfThePathIsNoPartOfIt() {
        application
                .withPropertyValues("liveview.path=/live/pages/")
                .run(context -> assertThat(
                                context.getBean(LiveViewProperties.class).path())
                        .isEqualTo("/live/pages"));
    }

    @ParameterizedTest
    @CsvSource({
        "liveview.path, ws/liveview",
        "liveview.path, ''",
        "liveview.path, /",
        "liveview.path, /ws//liveview",
        "liveview.path, /ws/{room}",
        "liveview.path, /ws/**",
        "liveview.allowed-origins, https://www.example.com/app",
        "liveview.allowed-origins, https://www.example.com/",
        "liveview.allowed-origins, https://*.example.com",
        "liveview.allowed-origins, *",
        "liveview.allowed-origins, www.example.com",
        "liveview.allowed-origins, null",
        "liveview.allowed-origins, 'https://www.example.com, https://*'",
        "liveview.allowed-origins, https://www.example.com.",
        "liveview.allowed-origins, https://.example.com",
        "liveview.allowed-origins, https://www..example.com",
        "liveview.allowed-origins, https://-www.example.com",
        "liveview.allowed-origins, https://www.example.com:0",
        "liveview.allowed-origins, https://www.example.com:0443",
        "liveview.allowed-origins, https://www.example.com:65536",
        "liveview.allowed-origins, https://www.example.com:",
        "liveview.allowed-origins, https://www.example.com?x",
        "liveview.allowed-origins, https://www.example.com#x",
        "liveview.allowed-origins, https://user@www.example.com",
        "liveview.allowed-origins, https://www.example.com\\@evil.example",
        "liveview.allowed-origins, https://caf\u00e9.example",
        "liveview.allowed-origins, https://boo\u212a.example",
        "liveview.allowed-origins, https://127.1",
        "liveview.allowed-origins, https://0x7f.0.0.1",
        "liveview.allowed-origins, https://2130706433",
        "liveview.allowed-origins, https://127.0.0.256",
        "liveview.allowed-origins, https://[fe80::1%25eth0]",
        "liveview.allowed-origins, https://www example com",
        "liveview.allowed-origins, wss://www.example.com",
        "liveview.allowed-origins, file://",
        "liveview.allowed-origins, chrome-extension://abcdefgh",
        "liveview.allowed-origins, //www.example.com",
        "liveview.allowed-hosts, www.example.com:443",
        "liveview.allowed-hosts, https://www.example.com",
        "liveview.allowed-hosts, '*'",
        "liveview.allowed-hosts, .example.com",
        "liveview.allowed-hosts, 127.1",
        "liveview.allow-absent-origin, perhaps",
        "liveview.frame-limit, 0",
        "liveview.frame-limit, -1KB",
        "liveview.frame-limit, 2GB",
        "liveview.outbox-limit, 0B",
        "liveview.outbox-limit, 2GB",
        "liveview.send-timeout, 0s",
        "liveview.send-timeout, -1s",
        "liveview.heartbeat, 0s",
        "liveview.session-check, 0s",
        "liveview.dialects, ''",
        "liveview.locales, *",
        "liveview.locales, a language",
        "liveview.dialects, v3",
        "liveview.broadcast, everywhere",
        "liveview.version-check, sometimes",
        "liveview.history.age, 0s",
        "liveview.history.updates, 0",
        "liveview.history.room-size, 0B",
        "liveview.history.room-size, 2GB",
        "liveview.history.total-size, 0B",
        "liveview.limits.calls, -1",
        "liveview.limits.calls-burst, 0",
        "liveview.limits.running-calls, -1",
        "liveview.limits.frames, -1",
        "liveview.limits.frames-burst, 0",
        "liveview.limits.session-sockets, -1",
        "liveview.limits.address-sockets, -1",
        "liveview.limits.handshakes, -1",
        "liveview.limits.handshakes-burst, 0",
        "liveview.limits.hello-timeout, 0s",
        "liveview.scope.max-pages, 0",
        "liveview.scope.idle-time, 0s"
    })
    void whatCannotWorkStopsTheStartNamingTheProperty(String property, String value) {
        application
                .withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context).hasFailed().getFailure().hasStackTraceContaining(property));
    }

    @Test
    void aShortSigningKeyStopsTheStartAndIsNotRepeatedInTheMessage() {
        application
                .withPropertyValues("liveview.signing-key=hunter2")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("liveview.signing-key, got '7 characters'")
                        .rootCause()
                        .hasMessageNotContaining("hunter2"));
    }

    /** Those of a group stand below its name. */
    private static Stream<String> names(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String name =
                    prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            return component.getType().isRecord() ? names(name + ".", component.getType()) : Stream.of(name);
        });
    }

    @Test
    void everyPropertyHasASentenceForTheEditor() throws IOException {
        Map<String, String> described = new HashMap<>();
        for (JsonNode property : metadata().path("properties")) {
            described.put(
                    property.path("name").asString(),
                    property.path("description").asString(""));
        }

        Set<String> names = names("liveview.", LiveViewProperties.class).collect(Collectors.toSet());
        assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(names).allMatch(ConfigurationPropertyName::isValid);
        assertThat(described.values())
                .allSatisfy(sentence -> assertThat(sentence)
                        .matches("[A-Z].{20,}\\.")
                        .doesNotContain("@param")
                        .doesNotContain("\n"));
        assertThat(described.values()).doesNotHaveDuplicates();
    }

    private static JsonNode metadata() throws IOException {
        URL classes =
                LiveViewProperties.class.getProtectionDomain().getCodeSource().getLocation();
        try (InputStream in = new URL(classes, "META-INF/spring-configuration-metadata.json").openStream()) {
            return JsonMapper.shared().readTree(in);
        }
    }
}

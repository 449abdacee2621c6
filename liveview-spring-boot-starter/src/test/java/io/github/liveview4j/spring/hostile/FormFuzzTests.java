package io.github.liveview4j.spring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.liveview4j.spring.websocket.LiveViewWebSocketHandler;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names and values of any kind as a form, to handlers of every shape: a line for the handler, then one for each field, {@code
 * name=value}. By itself those of the corpus, with {@code JAZZER_FUZZ=1} what Jazzer makes of them.
 */
class FormFuzzTests {

    private static ConfigurableApplicationContext application;
    private static LiveViewWebSocketHandler handler;
    private static ServletContext servletContext;
    private static LogWatch log;

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                HostileApplication.class,
                "--server.port=0",
                "--liveview.page-retention=1ms",
                "--liveview.page-token=optional",
                "--liveview.limits.calls=0",
                "--liveview.limits.frames=0",
                "--logging.level.root=warn");
        handler = application.getBean(LiveViewWebSocketHandler.class);
        servletContext = Objects.requireNonNull(((WebApplicationContext) application).getServletContext());
        log = new LogWatch();
    }

    @AfterAll
    static void stop() {
        log.close();
        application.close();
    }

    static Stream<Named<byte[]>> corpus() {
        return Corpus.of(FormFuzzTests.class, "anyFormIsAnswered");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void everyFormOfTheCorpusIsAnswered(byte[] form) {
        anyFormIsAnswered(form);
    }

    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    @FuzzTest(maxDuration = "5m")
    void anyFormIsAnswered(byte[] form) {
        List<List<String>> pairs = new ArrayList<>();
        String[] lines = new String(form, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            pairs.add(List.of(lines[i].substring(0, Math.max(0, equals)), lines[i].substring(equals + 1)));
        }
        String function = HostileApplication.HANDLERS.contains(lines[0])
                ? lines[0]
                : HostileApplication.HANDLERS.get(form.length % HostileApplication.HANDLERS.size());
        HostilePage page = new HostilePage(handler, servletContext, false);
        page.says(HostileValues.bytes("{\"type\":\"hello\",\"page\":\"page-0123456789-abcdef\"}"));
        page.says(JsonMapper.shared()
                .writeValueAsBytes(Map.of("type", "call", "id", 1, "function", function, "form", pairs)));
        assertThat(page.last()).contains("\"type\":\"reply\",\"id\":1").doesNotContain("\"code\":\"failed\"");
        page.hangsUp();
        assertThat(log.findings()).isEmpty();
    }
}

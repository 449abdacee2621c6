package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.TemplateName;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.FragmentRequest;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A template that puts text into messages unescaped is warned of")
class UnescapedTextTests {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    ThymeleafAutoConfiguration.class,
                    LiveViewAutoConfiguration.class));

    private static void render(FragmentRenderer renderer, String fragment) {
        renderer.render(new FragmentRequest(
                TemplateName.parse("features/unescaped :: " + fragment),
                Map.of("text", "<b>"),
                Locale.ENGLISH,
                Map.of(),
                null));
    }

    private static List<String> warnings(CapturedOutput output) {
        return Arrays.stream(output.getAll().split("\n"))
                .filter(line -> line.contains("puts text unescaped"))
                .map(line -> line.substring(line.indexOf("The template")))
                .toList();
    }

    @Test
    void everyPlaceIsNamedOnceWithItsTemplateAndLine(CapturedOutput output) {
        application.run(context -> {
            FragmentRenderer renderer = context.getBean(FragmentRenderer.class);
            for (int round = 0; round < 3; round++) {
                List.of("escaped", "raw", "html5", "inlined", "including")
                        .forEach(fragment -> render(renderer, fragment));
            }
        });

        List<String> warnings = warnings(output);
        assertThat(warnings).hasSize(3).allMatch(line -> line.contains("liveview.warn-unescaped"));
        assertThat(warnings)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("The template \"features/unescaped\", line 6,")
                                .contains("th:text"),
                        line -> assertThat(line)
                                .startsWith("The template \"features/unescaped\", line 7,")
                                .contains("th:utext"),
                        line -> assertThat(line)
                                .startsWith("The template \"features/unescaped\", line 8,")
                                .contains("[[..]]"));
    }

    @Test
    void placeInAnIncludedTemplateIsNamedAsWell(CapturedOutput output) {
        application.run(context -> render(context.getBean(FragmentRenderer.class), "including"));

        assertThat(warnings(output)).singleElement().asString().contains("line 6");
    }

    @Test
    void pageIsNoMessage(CapturedOutput output) {
        application.run(context -> context.getBean(ISpringTemplateEngine.class)
                .process("features/unescaped", new Context(Locale.ENGLISH, Map.of("text", "<b>"))));

        assertThat(warnings(output)).isEmpty();
    }

    @Test
    void whoHasSeenToItHearsNothing(CapturedOutput output) {
        application.withPropertyValues("liveview.warn-unescaped=false").run(context -> {
            render(context.getBean(FragmentRenderer.class), "raw");
            render(context.getBean(FragmentRenderer.class), "inlined");
        });

        assertThat(warnings(output)).isEmpty();
    }
}

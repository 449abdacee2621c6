package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.TemplateName;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.FragmentRequest;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

/** Looking for fragments, with templates that are parsed once and with templates that are parsed every time. */
class ThymeleafFragmentRendererTests {

    private static void withRenderer(boolean cache, Consumer<FragmentRenderer> test) {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        WebMvcAutoConfiguration.class,
                        ThymeleafAutoConfiguration.class,
                        LiveViewAutoConfiguration.class))
                .withPropertyValues("spring.thymeleaf.cache=" + cache)
                .run(context -> test.accept(context.getBean(FragmentRenderer.class)));
    }

    private static FragmentRequest request(String name) {
        return new FragmentRequest(TemplateName.parse(name), Map.of("text", "x"), Locale.ENGLISH, Map.of(), null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFragmentIsRenderedEveryTime(boolean cache) {
        withRenderer(cache, renderer -> {
            assertThat(renderer.render(request("features/page :: text"))).isEqualTo("<p>x</p>");
            assertThat(renderer.render(request("features/page :: text"))).isEqualTo("<p>x</p>");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMissingFragmentIsNamedEveryTime(boolean cache) {
        withRenderer(cache, renderer -> {
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(LiveViewException.class)
                        .isThrownBy(() -> renderer.render(request("features/page :: nowhere")))
                        .withMessageContaining("\"features/page\" has no fragment \"nowhere\"");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMissingTemplateIsNamedEveryTime(boolean cache) {
        withRenderer(cache, renderer -> {
            for (String name : new String[] {"features/gone", "features/gone :: part", "features/gone :: part"}) {
                assertThatExceptionOfType(LiveViewException.class)
                        .isThrownBy(() -> renderer.render(request(name)))
                        .withMessageContaining("\"" + name + "\"");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEmptyFragmentRendersNothingEveryTime(boolean cache) {
        withRenderer(cache, renderer -> {
            for (String fragment : new String[] {"empty", "hidden", "empty", "hidden"}) {
                assertThat(renderer.render(request("features/page :: " + fragment)))
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "b", "table"})
    void anElementOfTheNameIsNotAFragment(String element) {
        withRenderer(
                true,
                renderer -> assertThatExceptionOfType(LiveViewException.class)
                        .isThrownBy(() -> renderer.render(request("features/page :: " + element)))
                        .withMessageContaining("has no fragment \"" + element + "\""));
    }
}

package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.page.PageScript;
import io.github.liveview4j.spring.page.PageWords;
import io.github.liveview4j.spring.thymeleaf.LiveViewDialect;
import io.github.liveview4j.spring.thymeleaf.LiveViewExpressions;
import io.github.liveview4j.spring.thymeleaf.ThymeleafRuntimeHints;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The dialect among Thymeleaf's. */
class ThymeleafConfigurationTests {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class, LiveViewAutoConfiguration.class));

    @Test
    void theTemplateEngineHasTheDialect() {
        application.run(context -> assertThat(
                        context.getBean(SpringTemplateEngine.class).getDialects())
                .contains(context.getBean(LiveViewDialect.class)));
    }

    @Test
    void anApplicationsOwnDialectTakesItsPlace() {
        PageWords words = new PageWords(() -> null, () -> null);
        LiveViewDialect own = new LiveViewDialect(new PageScript("/own", "", words), words);
        application
                .withBean("own", LiveViewDialect.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(LiveViewDialect.class)).isSameAs(own));
    }

    @Test
    void withoutThymeleafThereIsNone() {
        application
                .withClassLoader(new FilteredClassLoader(ISpringTemplateEngine.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("liveViewDialect"));
    }

    @Test
    void whatTemplatesCallIsPartOfANativeImage() throws NoSuchMethodException {
        RuntimeHints hints = new RuntimeHints();
        new ThymeleafRuntimeHints().registerHints(hints, getClass().getClassLoader());

        Method roomId = LiveViewExpressions.class.getMethod("roomId");
        assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(roomId))
                .accepts(hints);
        assertThat(ThymeleafConfiguration.class
                        .getAnnotation(ImportRuntimeHints.class)
                        .value())
                .containsExactly(ThymeleafRuntimeHints.class);
    }
}

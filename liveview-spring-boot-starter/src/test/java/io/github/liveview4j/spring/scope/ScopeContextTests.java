package io.github.liveview4j.spring.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.beans.factory.support.ScopeNotActiveException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.context.servlet.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.javapoet.ClassName;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.util.ReflectionTestUtils;

/** How page-scoped beans are declared, and what an application has of it that declares none. */
class ScopeContextTests {

    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(LiveViewAutoConfiguration.class));

    @LiveViewScope
    static class Wizard {

        @LiveViewHandler
        void nextStep() {}
    }

    @LiveViewScope(proxyMode = ScopedProxyMode.NO)
    static class Bare {

        @LiveViewHandler
        void bareStep() {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        @LiveViewScope
        Wizard wizard() {
            return new Wizard();
        }
    }

    @LiveViewScope
    static final class Sealed {

        @LiveViewHandler
        void sealedStep() {}
    }

    @LiveViewScope(proxyMode = ScopedProxyMode.NO)
    static final class SealedBare {

        @LiveViewHandler
        void sealedBareStep() {}
    }

    private static Object settingOf(ApplicationContext context) {
        Object rooms = ReflectionTestUtils.getField(context.getBean(LiveViewDispatcher.class), "rooms");
        return ReflectionTestUtils.getField(rooms, "stateful");
    }

    @Test
    void aFinalClassStopsTheStartInWordsUnlessItNeedsNoProxy() {
        application.withUserConfiguration(Sealed.class).run(context -> {
            FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation()
                    .load(
                            FailureAnalyzer.class,
                            SpringFactoriesLoader.FailureHandler.logging(LogFactory.getLog(getClass())))
                    .stream()
                    .map(analyzer -> analyzer.analyze(context.getStartupFailure()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();

            assertThat(analysis.getDescription()).contains(Sealed.class.getName(), "@LiveViewScope", "final");
            assertThat(analysis.getAction()).contains("Take away final");
        });
        application
                .withUserConfiguration(SealedBare.class)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aClassAndAFactoryMethodDeclareOneWhoseHandlersAreFoundAndNoneIsMadeAtTheStart() {
        for (WebApplicationContextRunner each : new WebApplicationContextRunner[] {
            application.withUserConfiguration(Wizard.class), application.withUserConfiguration(Declared.class)
        }) {
            each.run(context -> {
                assertThat(context.getBean(HandlerMethodRegistry.class).names()).containsExactly("nextStep");
                assertThat(context.getBean(Wizard.class).getClass()).isNotEqualTo(Wizard.class);
                assertThatExceptionOfType(ScopeNotActiveException.class)
                        .isThrownBy(() -> context.getBean(Wizard.class).toString())
                        .havingCause()
                        .withMessageContaining("works for no page");
                assertThat(settingOf(context)).isEqualTo(true);
            });
        }
    }

    @Test
    void withoutAProxyTheHandlersAreFoundAsWell() {
        application
                .withUserConfiguration(Bare.class)
                .run(context -> assertThat(
                                context.getBean(HandlerMethodRegistry.class).names())
                        .containsExactly("bareStep"));
    }

    @Test
    void pagesOfAnApplicationWithoutAnyNeedNotFetchThemselves() {
        application.run(context -> assertThat(settingOf(context)).isEqualTo(false));
    }

    @Test
    void aConsumerOfTheApplicationsOwnIsPreferred() {
        LiveViewConsumer own = mock(LiveViewConsumer.class);
        application
                .withBean("own", LiveViewConsumer.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(LiveViewConsumer.class)).isSameAs(own));
    }

    @Test
    void theLimitsAreTheApplicationsSettings() {
        application
                .withPropertyValues("liveview.scope.max-pages=5", "liveview.scope.idle-time=1m")
                .run(context -> assertThat(context.getBean(PageScopeLimits.class))
                        .isEqualTo(new PageScopeLimits(5, Duration.ofMinutes(1))));
    }

    @Test
    void theScopeAndTheProxyAreWrittenIntoAnApplicationThatIsProcessedAheadOfTime() {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get("io.github.liveview4j.generated", "Application")), files);
        try (AnnotationConfigServletWebApplicationContext context =
                new AnnotationConfigServletWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            context.register(LiveViewAutoConfiguration.class, Wizard.class);

            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        generation.writeGeneratedContent();
        Map<String, InputStreamSource> sources = files.getGeneratedFiles(Kind.SOURCE);
        assertThat(sources.values().stream().map(ScopeContextTests::read).collect(Collectors.joining()))
                .contains(
                        "setScope(\"liveview\")",
                        "liveViewPageScopeRegistrar",
                        "ScopedProxyFactoryBean",
                        "\"scopedTarget.");
    }

    private static String read(InputStreamSource source) {
        try (var in = source.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

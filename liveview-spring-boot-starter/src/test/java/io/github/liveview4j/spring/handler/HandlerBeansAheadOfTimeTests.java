package io.github.liveview4j.spring.handler;

import static io.github.liveview4j.spring.handler.HandlerFixture.scanned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.web.context.servlet.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.io.InputStreamSource;
import org.springframework.javapoet.ClassName;
import org.springframework.mock.web.MockServletContext;

/** What is found on the class path when an application is processed ahead of time. */
class HandlerBeansAheadOfTimeTests {

    @Test
    void handlersThatAreFoundAreWrittenIntoTheGeneratedApplication() {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get("io.github.liveview4j.generated", "Application")), files);
        try (AnnotationConfigServletWebApplicationContext context =
                new AnnotationConfigServletWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            AutoConfigurationPackages.register(context, scanned("declared"), scanned("conditional"));
            context.register(LiveViewAutoConfiguration.class);

            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);

            assertThat(context.getBeanDefinitionNames())
                    .contains("declaredGreetings", "prototypeGreetings")
                    .doesNotContain("profileGreetings", "propertyGreetings");
        }
        generation.writeGeneratedContent();
        Map<String, InputStreamSource> sources = files.getGeneratedFiles(Kind.SOURCE);
        assertThat(sources.keySet()).anyMatch(name -> name.contains("DeclaredGreetings"));
        assertThat(sources.values().stream()
                        .map(HandlerBeansAheadOfTimeTests::read)
                        .collect(Collectors.joining()))
                .contains("\"declaredGreetings\"", "\"liveViewPageRequests\"", "\"liveViewPageWords\"")
                .doesNotContain("ProfileGreetings");
    }

    private static String read(InputStreamSource source) {
        try (var in = source.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

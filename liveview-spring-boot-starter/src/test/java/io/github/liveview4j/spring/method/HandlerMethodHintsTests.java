package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import io.github.liveview4j.LiveViewHandler;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;
import org.springframework.validation.BindingResult;

/** What a native image is told of handlers. */
class HandlerMethodHintsTests {

    record Form(@Nullable String text, List<Part> parts) {}

    record Part(int number) {}

    static class Handlers {

        @LiveViewHandler
        void save(@Valid Form form, BindingResult errors, String text) {}
    }

    static class Others {

        void save(Form form) {}
    }

    private static RuntimeHints hints(Class<?> bean) {
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get("io.github.liveview4j.generated", "Application")),
                new InMemoryGeneratedFiles());
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.registerBean(bean);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        return generation.getRuntimeHints();
    }

    @Test
    void handlersCanBeInvokedAndTheirFormsBoundWithWhatIsInsideThem() throws Exception {
        assertThat(reflection()
                        .onMethodInvocation(Handlers.class.getDeclaredMethod(
                                "save", Form.class, BindingResult.class, String.class)))
                .accepts(hints(Handlers.class));
        assertThat(reflection().onConstructorInvocation(Form.class.getDeclaredConstructors()[0]))
                .accepts(hints(Handlers.class));
        assertThat(reflection().onMethodInvocation(Part.class.getDeclaredMethod("number")))
                .accepts(hints(Handlers.class));
        assertThat(reflection().onConstructorInvocation(Part.class.getDeclaredConstructors()[0]))
                .accepts(hints(Handlers.class));
    }

    @Test
    void otherMethodsAndTheirTypesAreLeftAlone() {
        assertThat(reflection().onType(Form.class).test(hints(Others.class))).isFalse();
        assertThat(hints(Others.class)
                        .reflection()
                        .getTypeHint(Others.class)
                        .methods()
                        .filter(method -> method.getMode() == ExecutableMode.INVOKE
                                && method.getName().equals("save")))
                .isEmpty();
    }
}

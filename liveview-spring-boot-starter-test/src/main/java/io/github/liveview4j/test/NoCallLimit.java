package io.github.liveview4j.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Takes away the limit of calls where a test has a tester: its pages click faster than people do. What the application or the test
 * says itself about {@code liveview.limits.calls} comes first.
 *
 * <p>For the thread that prepares a test.
 */
final class NoCallLimit implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureLiveView.class)
                ? new LastOfAll()
                : null;
    }

    /** Equal to any other: tests that differ in nothing else share their context. */
    private record LastOfAll() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource("liveViewTester", Map.of("liveview.limits.calls", 0)));
        }
    }
}

package io.github.liveview4j.test;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.web.WebMergedContextConfiguration;

/** Makes the context of a {@link LiveViewTest} one of a web application without a server. For the start of a test. */
final class LiveViewTestContextBootstrapper extends TestSliceTestContextBootstrapper<LiveViewTest> {

    @Override
    protected MergedContextConfiguration processMergedContextConfiguration(MergedContextConfiguration configuration) {
        MergedContextConfiguration processed = super.processMergedContextConfiguration(configuration);
        return new WebMergedContextConfiguration(processed, determineResourceBasePath(configuration));
    }

    /** A slice has no Redis, whatever the application's own settings say. */
    @Override
    protected String[] getProperties(Class<?> testClass) {
        List<String> properties = new ArrayList<>(List.of("liveview.broadcast=local"));
        String[] own = super.getProperties(testClass);
        if (own != null) {
            properties.addAll(List.of(own));
        }
        return properties.toArray(String[]::new);
    }
}

package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.handler.HandlerScanner;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.spring.assets.AssetsVersion;
import java.util.List;
import org.springframework.aot.AotDetector;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Does once, for nothing, what the start is going to do: most of what a first time takes is to load classes, and these are
 * loaded then.
 *
 * <p>For Spring Boot's own thread beside the start, which runs where there are two processors or more, ends with the start and
 * overlooks what fails: the start does all of it itself, and says then what is wrong.
 */
final class LiveViewPreinitializer implements BackgroundPreinitializer {

    /** Any package of few classes. */
    private static final String SMALL = AssetsVersion.class.getPackageName();

    @Override
    public void preinitialize() {
        if (!AotDetector.useGeneratedArtifacts()) {
            new HandlerScanner(LiveViewPreinitializer.class.getClassLoader()).scan(List.of(SMALL));
        }
        new Binder(new MapConfigurationPropertySource()).bindOrCreate("liveview", LiveViewProperties.class);
        new PageTokens(SigningKey.of(null));
    }
}

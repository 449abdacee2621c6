package io.github.liveview4j.spring.thymeleaf;

import java.util.Map;
import java.util.Set;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.NonCacheableCacheEntryValidity;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Tells a fragment that does not exist from one that rendered nothing.
 *
 * <p>It asks as Thymeleaf's own fragment expressions do: parse the template for the selector, and see whether more came out
 * than the template's start and end.
 */
final class FragmentProbe {

    private static final int ONLY_START_AND_END = 2;

    private FragmentProbe() {}

    static boolean exists(IEngineConfiguration configuration, String template, Set<String> selector, IContext context) {
        TemplateData asker = new TemplateData(
                "liveview",
                null,
                new StringTemplateResource(""),
                TemplateMode.HTML,
                NonCacheableCacheEntryValidity.INSTANCE);
        IEngineContext engineContext =
                configuration.getEngineContextFactory().createEngineContext(configuration, asker, Map.of(), context);
        TemplateModel model = configuration
                .getTemplateManager()
                .parseStandalone(engineContext, template, selector, null, true, false);
        return model != null && model.size() > ONLY_START_AND_END;
    }
}

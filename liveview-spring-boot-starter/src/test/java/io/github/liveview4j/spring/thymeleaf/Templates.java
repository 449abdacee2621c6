package io.github.liveview4j.spring.thymeleaf;

import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.spring.page.PageScript;
import io.github.liveview4j.spring.page.PageWords;
import java.util.Locale;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Thymeleaf for Spring with the dialect, and templates that stand in the test. */
final class Templates {

    /** Signs what the templates of a test say of their page. */
    static final PageTokens TOKENS = new PageTokens(new byte[32]);

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final LiveViewDialect dialect;

    private Templates(LiveViewDialect dialect) {
        this.dialect = dialect;
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(dialect);
        engine.addDialect(new WrittenAttributesDialect());
    }

    Templates() {
        this("/ws/liveview", "");
    }

    Templates(String endpoint, String resources) {
        this(dialect(endpoint, resources, new PageWords(() -> TOKENS, () -> null)));
    }

    static Templates withAssets(String id) {
        return new Templates(dialect("/ws/liveview", "", new PageWords(() -> TOKENS, () -> id)));
    }

    private static LiveViewDialect dialect(String endpoint, String resources, PageWords words) {
        return new LiveViewDialect(new PageScript(endpoint, resources, words), words);
    }

    LiveViewDialect dialect() {
        return dialect;
    }

    String render(String template, Map<String, Object> model) {
        return render(template, model, request(""));
    }

    String render(String template) {
        return render(template, Map.of());
    }

    String render(String template, Map<String, Object> model, MockHttpServletRequest request) {
        JakartaServletWebApplication application =
                JakartaServletWebApplication.buildApplication(new MockServletContext());
        return engine.process(
                template,
                new WebContext(
                        application.buildExchange(request, new MockHttpServletResponse()), Locale.ENGLISH, model));
    }

    static MockHttpServletRequest request(String contextPath) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", contextPath + "/page");
        request.setContextPath(contextPath);
        return request;
    }
}

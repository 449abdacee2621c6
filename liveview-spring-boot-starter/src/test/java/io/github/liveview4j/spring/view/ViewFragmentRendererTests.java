package io.github.liveview4j.spring.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.TemplateName;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.FragmentRequest;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.thymeleaf.ThymeleafFragmentRenderer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.freemarker.autoconfigure.FreeMarkerAutoConfiguration;
import org.springframework.boot.mustache.autoconfigure.MustacheAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.View;

/** Templates of engines that Spring MVC has views of. */
class ViewFragmentRendererTests {

    /** For templates. */
    public record Article(String title) {}

    private static final Article ARTICLE = new Article("Fish & ships");

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, LiveViewAutoConfiguration.class))
            .withClassLoader(new FilteredClassLoader("org.thymeleaf"));

    private final WebApplicationContextRunner mustache =
            application.withConfiguration(AutoConfigurations.of(MustacheAutoConfiguration.class));

    private static String render(ApplicationContext context, String name, Map<String, Object> model) {
        return render(context, name, model, Map.of());
    }

    private static String render(
            ApplicationContext context, String name, Map<String, Object> model, Map<String, Object> connection) {
        return context.getBean(FragmentRenderer.class)
                .render(new FragmentRequest(TemplateName.parse(name), model, Locale.ENGLISH, connection, null))
                .strip();
    }

    @Test
    void mustacheIsRendered() {
        mustache.run(context -> {
            assertThat(context).hasSingleBean(ViewFragmentRenderer.class);
            assertThat(render(context, "views/row", Map.of("article", ARTICLE))).isEqualTo("<li>Fish &amp; ships</li>");
        });
    }

    @Test
    void theTokenOfFormsIsThereWhereTheApplicationExposesIt() {
        HandshakeSnapshot handshake = HandshakeSnapshot.of(
                new MockHttpServletRequest(),
                Locale.ENGLISH,
                Map.of("_csrf", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "abc")));

        mustache.withPropertyValues("spring.mustache.servlet.expose-request-attributes=true")
                .run(context -> assertThat(render(
                                context, "views/token", Map.of(), Map.of(HandshakeSnapshot.ATTRIBUTE, handshake)))
                        .isEqualTo("<input type=\"hidden\" name=\"_csrf\" value=\"abc\">"));
    }

    @Test
    void aVariableMayBeNull() {
        Map<String, Object> model = new HashMap<>();
        model.put("article", null);

        mustache.run(context -> assertThat(render(context, "views/row", model)).isEqualTo("<li>none</li>"));
    }

    @Test
    void freeMarkerIsRendered() {
        application
                .withConfiguration(AutoConfigurations.of(FreeMarkerAutoConfiguration.class))
                .run(context -> {
                    assertThat(render(context, "views/row", Map.of("article", ARTICLE)))
                            .isEqualTo("<li>Fish &amp; ships</li>");
                    assertThat(render(context, "views/page", Map.of()))
                            .startsWith("<html><head><script src=\"/liveview/liveview.min.js?v=")
                            .endsWith("></script></head></html>");
                });
    }

    @Test
    void aFragmentIsRefusedSayingWhatToWriteInstead() {
        mustache.run(context -> assertThatExceptionOfType(LiveViewException.class)
                .isThrownBy(() -> render(context, "views/list :: row", Map.of()))
                .withMessageContainingAll("\"views/list :: row\"", "template(\"row\")", "Thymeleaf"));
    }

    @Test
    void aTemplateThatIsNotThereIsNamed() {
        mustache.run(context -> assertThatExceptionOfType(LiveViewException.class)
                .isThrownBy(() -> render(context, "views/nowhere", Map.of()))
                .withMessageContainingAll("\"views/nowhere\"", "MustacheViewResolver"));
    }

    @Test
    void aTemplateThatFailsIsNamedWithTheReason() {
        mustache.run(context -> assertThatExceptionOfType(LiveViewException.class)
                .isThrownBy(() -> render(context, "views/broken", Map.of()))
                .withMessageContainingAll("\"views/broken\"", "nobody"));
    }

    @Test
    void aViewMayWriteBytes() {
        View bytes = (model, request, response) -> {
            response.setContentType("text/html");
            response.setContentLength(6);
            response.getOutputStream().write("<p>ä".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        };

        mustache.withBean("bytes", View.class, () -> bytes)
                .run(context -> assertThat(render(context, "bytes", Map.of())).isEqualTo("<p>ä"));
    }

    @Test
    void aViewThatDoesMoreThanWriteIsRefused() {
        View redirect = (model, request, response) -> response.sendRedirect("/elsewhere");

        mustache.withBean("redirect", View.class, () -> redirect)
                .run(context -> assertThatExceptionOfType(LiveViewException.class)
                        .isThrownBy(() -> render(context, "redirect", Map.of()))
                        .withMessageContainingAll("\"redirect\"", "sendRedirect", "WebSocket"));
    }

    @Test
    void withBothEnginesItIsThymeleaf() {
        mustache.withClassLoader(getClass().getClassLoader())
                .withConfiguration(AutoConfigurations.of(ThymeleafAutoConfiguration.class))
                .run(context -> {
                    assertThat(context).hasSingleBean(ThymeleafFragmentRenderer.class);
                    assertThat(context).doesNotHaveBean(ViewFragmentRenderer.class);
                    assertThat(render(context, "views/both :: text", Map.of("text", "a")))
                            .isEqualTo("<p>a</p>");
                });
    }

    @Test
    void aRendererOfTheApplicationsTakesItsPlace() {
        mustache.withBean(FragmentRenderer.class, () -> request -> "own")
                .run(context ->
                        assertThat(render(context, "views/row", Map.of())).isEqualTo("own"));
    }
}

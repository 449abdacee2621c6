package io.github.liveview4j.spring.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.liveview4j.LiveViewPage;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.interceptor.DebugInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mustache.autoconfigure.MustacheAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.view.InternalResourceViewResolver;

/** What a template that is none of Thymeleaf's finds of LiveView, in the view of a controller. */
@ExtendWith(OutputCaptureExtension.class)
class LiveViewVariableTests {

    private static final String SCRIPT = "src=\"%s/liveview/liveview.min.js\\?v=\\w{12}\" defer";

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    WebMvcAutoConfiguration.class, MustacheAutoConfiguration.class, LiveViewAutoConfiguration.class))
            .withBean(Pages.class);

    @Controller
    static class Pages {

        @GetMapping("/page")
        String page() {
            return "views/page";
        }

        @GetMapping("/by-hand")
        String byHand(LiveViewPage page) {
            page.join("news");
            return "views/by-hand";
        }

        @GetMapping("/own")
        String own(Model model) {
            model.addAttribute("liveview", Map.of("roomId", "1", "script", "own"));
            return "views/page";
        }
    }

    private static String get(ApplicationContext context, String path, String contextPath)
            throws UnsupportedEncodingException {
        return MockMvcTester.from((WebApplicationContext) context)
                .get()
                .uri(contextPath + path)
                .contextPath(contextPath)
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void isTheScriptTagWithWhatThePageCarries() {
        application.run(
                context -> assertThat(get(context, "/page", ""))
                        .containsPattern(
                                "<html data-room=\"[0-9a-f]{32}\"><head><script " + SCRIPT.formatted("")
                                        + " data-position=\"[\\w-]{8}:0\" data-token=\"[^\"]+\" data-assets=\"[\\w-]{16}\"></script></head>"));
    }

    @Test
    void knowsWhereTheApplicationIsAndWhereItsEndpointIs() {
        application
                .withPropertyValues("liveview.path=/live")
                .run(context -> assertThat(get(context, "/page", "/shop"))
                        .containsPattern(
                                "<script " + SCRIPT.formatted("/shop") + " data-path=\"/shop/live\" data-position="));
    }

    @Test
    void hasItsPartsForATagThatIsWrittenByHand() {
        application.run(context -> assertThat(get(context, "/by-hand", ""))
                .containsPattern(
                        "<script " + SCRIPT.formatted("")
                                + " data-position=\"[\\w-]{8}:0\" data-token=\"[^\"]+\" data-assets=\"[\\w-]{16}\" nonce=\"abc\">")
                .containsPattern("data-path=\"/ws/liveview\" data-position=\"[\\w-]{8}:0\" data-assets=\"[\\w-]{16}\" "
                        + "data-token=\"[^\"]+\">"));
    }

    @Test
    void givesWayToAVariableOfTheApplications() {
        application.run(
                context -> assertThat(get(context, "/own", "")).contains("<html data-room=\"1\"><head>own</head>"));
        InternalResourceViewResolver resolver = new InternalResourceViewResolver();
        resolver.setAttributesMap(Map.of("liveview", "own"));
        application
                .withBean("ownResolver", InternalResourceViewResolver.class, () -> resolver)
                .run(context -> assertThat(resolver.getAttributesMap()).containsEntry("liveview", "own"));
    }

    @Test
    void comesTooEarlyForNoOtherBean(CapturedOutput output) {
        application
                .withBean(DefaultAdvisorAutoProxyCreator.class)
                .withBean(
                        DefaultPointcutAdvisor.class,
                        () -> new DefaultPointcutAdvisor(new NameMatchMethodPointcut(), new DebugInterceptor()))
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("not eligible");
    }

    @Test
    void saysWhatIsMissingOutsideOfARequest() {
        LiveViewVariable variable = new LiveViewVariable(
                () -> {
                    throw new AssertionError();
                },
                () -> {
                    throw new AssertionError();
                });

        assertThatIllegalStateException().isThrownBy(variable::getScript).withMessageContaining("expected one");
    }

    @Test
    void isPartOfANativeImage() throws NoSuchMethodException {
        RuntimeHints hints = new RuntimeHints();
        new ViewRuntimeHints().registerHints(hints, getClass().getClassLoader());

        assertThat(RuntimeHintsPredicates.reflection()
                        .onMethodInvocation(LiveViewVariable.class.getMethod("getScript")))
                .accepts(hints);
    }
}

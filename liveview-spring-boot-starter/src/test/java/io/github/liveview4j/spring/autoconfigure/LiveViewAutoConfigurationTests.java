package io.github.liveview4j.spring.autoconfigure;

import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.broadcast.BroadcastTransport;
import io.github.liveview4j.broadcast.FanOutLane;
import io.github.liveview4j.broadcast.LocalTransport;
import io.github.liveview4j.broadcast.PublishMoment;
import io.github.liveview4j.dispatch.LiveViewDispatcher;
import io.github.liveview4j.handler.HandlerMethodArgumentResolver;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.handler.HandlerMethodReturnValueAdapter;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.session.LiveViewSessions;
import io.github.liveview4j.spring.assets.AssetsVersion;
import io.github.liveview4j.spring.handler.HandlerBeanRegistrar;
import io.github.liveview4j.spring.handler.HandlerBeanScanner;
import io.github.liveview4j.spring.page.PageRequests;
import io.github.liveview4j.spring.page.PageWords;
import io.github.liveview4j.spring.persistence.OpenInView;
import io.github.liveview4j.spring.request.HandshakeAttributes;
import io.github.liveview4j.spring.request.RequestScopes;
import io.github.liveview4j.spring.request.ThreadContext;
import io.github.liveview4j.spring.security.SecurityHandshakeAttributes;
import io.github.liveview4j.spring.security.SecurityThreadContext;
import io.github.liveview4j.spring.thymeleaf.ThymeleafFragmentRenderer;
import io.github.liveview4j.spring.transaction.AfterCommit;
import io.github.liveview4j.spring.view.ViewFragmentRenderer;
import io.github.liveview4j.spring.websocket.LiveViewShutdown;
import io.github.liveview4j.spring.websocket.LiveViewWebSocketHandler;
import io.micrometer.context.ContextRegistry;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/** What an application gets by adding the starter, and when it does not. */
class LiveViewAutoConfigurationTests {

    static {
        // Spring MVC asks for it where Reactor is there. It looks for its parts once in a JVM, and would look through
        // the class
        // loader of the first test that asks, from which those of Spring Security may be missing.
        ContextRegistry.getInstance();
    }

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class, LiveViewAutoConfiguration.class));

    /**
     * It looks for services once, with the class loader of the thread that needs it first: one that hides some of them would break it
     * for every test after that.
     */
    @BeforeAll
    static void propagationOfContextsIsThere() {
        ContextRegistry.getInstance();
    }

    private static LiveViewBroadcaster.Sender everyone(ApplicationContext context) {
        return context.getBean(LiveViewBroadcaster.class).to(LiveViewBroadcaster.everyone());
    }

    private static @Nullable String assets(AssertableWebApplicationContext context) {
        String ofPages = context.getBean(PageWords.class).assets();
        assertThat(context.getBean(AssetsVersion.class).id()).isEqualTo(ofPages);
        return ofPages;
    }

    @Test
    void theStaticResourcesHaveAnIdThatTheApplicationMaySay() {
        application.run(context -> assertThat(assets(context)).matches("[\\w-]{16}"));
        application
                .withPropertyValues("liveview.assets-version=build 7")
                .run(context -> assertThat(assets(context)).isEqualTo("build 7"));
        application
                .withPropertyValues("liveview.assets-version=")
                .run(context -> assertThat(assets(context)).isNull());
    }

    @Test
    void theIdIsOfWhatTheApplicationServes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.css"), "a");
        WebApplicationContextRunner serving =
                application.withPropertyValues("spring.web.resources.static-locations=" + folder.toUri());
        List<@Nullable String> ids = new ArrayList<>();

        serving.run(context -> ids.add(assets(context)));
        serving.run(context -> ids.add(assets(context)));
        Files.writeString(folder.resolve("a.css"), "b");
        serving.run(context -> ids.add(assets(context)));

        assertThat(ids.get(0)).isNotNull().isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void everyPartIsABean() {
        application.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(LiveViewProperties.class)
                .hasSingleBean(HandlerBeanScanner.class)
                .hasSingleBean(HandlerBeanRegistrar.class)
                .hasSingleBean(HandlerMethodRegistry.class)
                .hasSingleBean(AssetsVersion.class)
                .hasSingleBean(JacksonMessageCodec.class)
                .hasSingleBean(LiveViewSessionRegistry.class)
                .hasSingleBean(LiveViewSessions.class)
                .hasSingleBean(RequestScopes.class)
                .hasSingleBean(MessageRenderer.class)
                .hasSingleBean(ThymeleafFragmentRenderer.class)
                .hasSingleBean(FanOutLane.class)
                .hasSingleBean(RoomLog.class)
                .hasSingleBean(PageTokens.class)
                .hasSingleBean(PageRequests.class)
                .hasSingleBean(PageWords.class)
                .hasSingleBean(LocalTransport.class)
                .hasSingleBean(LiveViewBroadcaster.class)
                .hasSingleBean(LiveViewDispatcher.class)
                .hasSingleBean(LiveViewWebSocketHandler.class)
                .hasBean("liveViewHandlerMapping")
                .hasSingleBean(LiveViewShutdown.class)
                .hasSingleBean(SecurityThreadContext.class)
                .hasSingleBean(SecurityHandshakeAttributes.class)
                .hasSingleBean(AfterCommit.class));
    }

    @Test
    void theAutoConfigurationIsListed() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(LiveViewAutoConfiguration.class.getName());
    }

    static Stream<Class<?>> replaceable() {
        return Stream.of(
                HandlerMethodRegistry.class,
                MessageCodec.class,
                LiveViewSessionRegistry.class,
                LiveViewSessions.class,
                RequestScopes.class,
                FragmentRenderer.class,
                MessageRenderer.class,
                FanOutLane.class,
                RoomLog.class,
                PageTokens.class,
                PageRequests.class,
                PageWords.class,
                BroadcastTransport.class,
                PublishMoment.class,
                LiveViewBroadcaster.class,
                LiveViewDispatcher.class,
                LiveViewWebSocketHandler.class,
                LiveViewShutdown.class,
                SecurityThreadContext.class,
                SecurityHandshakeAttributes.class);
    }

    @ParameterizedTest
    @MethodSource("replaceable")
    <T> void aBeanOfTheApplicationTakesThePlaceOfTheStartersOwn(Class<T> type) {
        T own = type == LiveViewSessionRegistry.class ? type.cast(new LiveViewSessionRegistry()) : mock(type);
        application
                .withBean("own", type, () -> own)
                .run(context -> assertThat(context).hasNotFailed().getBean(type).isSameAs(own));
    }

    @Test
    void theMappingIsReplacedByName() {
        WebSocketHandlerMapping own = new WebSocketHandlerMapping();
        application
                .withBean("liveViewHandlerMapping", WebSocketHandlerMapping.class, () -> own)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBean("liveViewHandlerMapping")
                        .isSameAs(own));
    }

    @Test
    void anotherWebSocketMappingOfTheApplicationIsNoReplacement() {
        application
                .withBean("other", WebSocketHandlerMapping.class, WebSocketHandlerMapping::new)
                .run(context -> assertThat(context).hasBean("other").hasBean("liveViewHandlerMapping"));
    }

    @Test
    void contextsAndAttributesOfTheApplicationAreAdded() {
        application
                .withBean("context", ThreadContext.class, () -> snapshot -> () -> {})
                .withBean("attributes", HandshakeAttributes.class, () -> (request, attributes) -> {})
                .run(context -> {
                    assertThat(context.getBeansOfType(ThreadContext.class)).hasSize(2);
                    // Those of Spring Security and of Spring Session, and its own.
                    assertThat(context.getBeansOfType(HandshakeAttributes.class))
                            .hasSize(3);
                });
    }

    @Test
    void withoutThymeleafATemplateIsRefusedSayingWhatToAdd() {
        application.withClassLoader(new FilteredClassLoader("org.thymeleaf")).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(ViewFragmentRenderer.class);
            assertRefused(context, "hello :: greeting");
            assertRefused(context, "hello");
        });
    }

    @Test
    void withoutATemplateEngineATemplateIsRefusedSayingWhatToAdd() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LiveViewAutoConfiguration.class))
                .run(LiveViewAutoConfigurationTests::assertNoTemplateEngine);
    }

    private static void assertNoTemplateEngine(AssertableWebApplicationContext context) {
        assertThat(context).hasNotFailed().doesNotHaveBean(FragmentRenderer.class);
        everyone(context).send(replace("#x").text("needs no template"));
        assertRefused(context, "hello :: greeting");
    }

    private static void assertRefused(ApplicationContext context, String template) {
        assertThatExceptionOfType(LiveViewException.class)
                .isThrownBy(() -> everyone(context).send(replace("#x").template(template)))
                .withMessageContaining('"' + template + '"')
                .withMessageContaining("spring-boot-starter-thymeleaf")
                .withMessageContaining("FragmentRenderer");
    }

    @Test
    void anotherTemplateEngineMayBeBroughtByTheApplication() {
        application
                .withClassLoader(new FilteredClassLoader("org.thymeleaf"))
                .withBean(FragmentRenderer.class, () -> request -> "<p>" + request.name() + "</p>")
                .run(context -> everyone(context).send(replace("#x").template("hello :: greeting")));
    }

    @Test
    void reactiveTypesMayBeReturnedWhereReactiveStreamsAreThere() {
        application.run(context -> assertThat(context).hasSingleBean(HandlerMethodReturnValueAdapter.class));
        application
                .withClassLoader(new FilteredClassLoader("org.reactivestreams", "reactor"))
                .run(context ->
                        assertThat(context).hasNotFailed().doesNotHaveBean(HandlerMethodReturnValueAdapter.class));
    }

    /** A handler with a parameter that both know. */
    static class Chosen {

        @LiveViewHandler
        void chosen(String text) {}
    }

    @Test
    void resolversOfTheApplicationAreAskedBeforeThoseOfSpringMvc() {
        List<String> asked = new ArrayList<>();
        HandlerMethodArgumentResolver own = new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(Parameter parameter) {
                return asked.add(parameter.getType().getSimpleName());
            }

            @Override
            public @Nullable Object resolveArgument(
                    Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) {
                return "own";
            }
        };
        application
                .withBean(Chosen.class)
                .withBean(HandlerMethodArgumentResolver.class, () -> own)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(asked).containsExactly("String");
                });
        // Without it the name is Spring MVC's to resolve, and without Spring MVC nobody's.
        application.withBean(Chosen.class).run(context -> assertThat(context).hasNotFailed());
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LiveViewAutoConfiguration.class))
                .withBean(Chosen.class)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasMessageContaining("has a parameter of type java.lang.String"));
    }

    @Test
    void withoutSpringMvcsConversionServiceThymeleafHasADefaultOne() {
        new WebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(ThymeleafAutoConfiguration.class, LiveViewAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ThymeleafFragmentRenderer.class));
    }

    @Test
    void withoutSpringSecurityItsPartIsMissingAndTheRestIsThere() {
        application
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.security", "org.springframework.session", "org.thymeleaf.extras"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(LiveViewDispatcher.class)
                        .hasSingleBean(ThymeleafFragmentRenderer.class)
                        .doesNotHaveBean(ThreadContext.class)
                        .doesNotHaveBean(HandshakeAttributes.class));
    }

    @Test
    void withoutTransactionsBroadcastsGoAtOnce() {
        application
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.transaction", "org.springframework.data", "io.lettuce"))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(PublishMoment.class);
                    assertThat(everyone(context)
                                    .send(replace("#x").text("at once"))
                                    .toCompletableFuture())
                            .isCompletedWithValue(Outcome.SEQUENCED);
                });
    }

    @Test
    void withoutJpaNothingIsMissing() {
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.orm", "jakarta.persistence"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(LiveViewDispatcher.class)
                        .doesNotHaveBean(OpenInView.class));
    }

    @Test
    void withoutRedisNothingIsMissing() {
        application
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.data", "io.lettuce", "org.springframework.boot.data"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(LiveViewDispatcher.class)
                        .hasSingleBean(LocalTransport.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.springframework.web.socket", "jakarta.websocket"})
    void withoutWebSocketsThereIsNothing(String absent) {
        application
                .withClassLoader(new FilteredClassLoader(absent))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(LiveViewProperties.class)
                        .doesNotHaveBean(HandlerBeanScanner.class)
                        .doesNotHaveBean(SecurityThreadContext.class)
                        .doesNotHaveBean("liveViewHandlerMapping"));
    }

    @Test
    void outsideOfAServletApplicationThereIsNothing() {
        AutoConfigurations liveView = AutoConfigurations.of(LiveViewAutoConfiguration.class);
        new ApplicationContextRunner()
                .withConfiguration(liveView)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(LiveViewProperties.class)
                        .doesNotHaveBean(WebSocketHandler.class)
                        .doesNotHaveBean(FragmentRenderer.class)
                        .doesNotHaveBean(HandlerBeanScanner.class));
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(liveView)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(LiveViewProperties.class)
                        .doesNotHaveBean(HandlerBeanScanner.class));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}

    @Test
    void bootsTaskSchedulerIsStillMade() {
        application
                .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
                .withUserConfiguration(Scheduling.class)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBean("taskScheduler")
                        .isInstanceOf(ThreadPoolTaskScheduler.class));
        application.run(context -> assertThat(context).doesNotHaveBean(TaskScheduler.class));
    }

    static class Greetings {

        @LiveViewHandler
        void greet() {}
    }

    @Test
    void anOwnRegistryIsFilledWithTheHandlers() {
        HandlerMethodRegistry own = new HandlerMethodRegistry();
        application
                .withBean(HandlerMethodRegistry.class, () -> own)
                .withBean(Greetings.class)
                .run(context -> assertThat(own.names()).containsExactly("greet"));
    }

    @Test
    void upgradesAreLeftToTheBeanOfThatNameIfThereIsOne() {
        RequestUpgradeStrategy ours = mock();
        RequestUpgradeStrategy anothers = mock();
        when(ours.getSupportedVersions()).thenReturn(new String[] {"13"});
        application
                .withBean("liveViewRequestUpgradeStrategy", RequestUpgradeStrategy.class, () -> ours)
                .withBean("another", RequestUpgradeStrategy.class, () -> anothers)
                .run(context -> {
                    MockMvcBuilders.webAppContextSetup(context)
                            .build()
                            .perform(get("/ws/liveview/" + UUID.randomUUID())
                                    .header("Upgrade", "websocket")
                                    .header("Connection", "Upgrade")
                                    .header("Origin", "http://localhost")
                                    .header("Sec-WebSocket-Version", "13")
                                    .header("Sec-WebSocket-Key", "bGl2ZXZpZXcgaW4gYSB0ZXN0")
                                    .header("Sec-WebSocket-Protocol", "liveview.v2"));

                    verify(ours).upgrade(any(), any(), eq("liveview.v2"), any(), any(), any(), any());
                    verifyNoInteractions(anothers);
                });
    }
}

package io.github.liveview4j.spring.handler;

import static io.github.liveview4j.spring.handler.HandlerFixture.applicationOf;
import static io.github.liveview4j.spring.handler.HandlerFixture.call;
import static io.github.liveview4j.spring.handler.HandlerFixture.names;
import static io.github.liveview4j.spring.handler.HandlerFixture.scanned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.handler.HandlerMappingException;
import io.github.liveview4j.handler.HandlerMethodArgumentResolver;
import java.lang.reflect.Parameter;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.RootClassFilter;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.MethodValidationPostProcessor;

/** Which handlers the beans of an application have, and how they are called. */
@ExtendWith(OutputCaptureExtension.class)
class HandlerBeanRegistrarTests {

    interface Greeting {

        LiveViewMessage greet();
    }

    static class Greetings implements Greeting {

        static final AtomicInteger MADE = new AtomicInteger();

        private final String text = "number " + MADE.incrementAndGet();

        @Override
        @LiveViewHandler
        public LiveViewMessage greet() {
            return LiveViewMessage.replace("#greeting").text(text);
        }

        static String latest() {
            return "number " + MADE.get();
        }
    }

    static class Reserved {

        private final String text = "reserved";

        @LiveViewHandler
        LiveViewMessage whisper() {
            return LiveViewMessage.replace("#greeting").text(text);
        }
    }

    /** Marks what passes it. */
    private static MethodInterceptor marking() {
        return invocation -> {
            LiveViewMessage message = (LiveViewMessage) invocation.proceed();
            return message.text("marked " + message.html());
        };
    }

    private static DefaultAdvisorAutoProxyCreator creator(boolean ofClass) {
        DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
        creator.setProxyTargetClass(ofClass);
        return creator;
    }

    private static WebApplicationContextRunner withAspect(Class<?> type, boolean ofClass) {
        return applicationOf()
                .withBean(DefaultAdvisorAutoProxyCreator.class, () -> creator(ofClass))
                .withBean(
                        DefaultPointcutAdvisor.class,
                        () -> new DefaultPointcutAdvisor(new ComposablePointcut(new RootClassFilter(type)), marking()));
    }

    @Test
    void anyBeanMayHaveHandlers() {
        applicationOf().withBean(Greetings.class).run(context -> {
            assertThat(names(context)).containsExactly("greet");
            assertThat(call(context, "greet")).isEqualTo(Greetings.latest());
        });
    }

    @Test
    void theInterceptorsOfAClassProxyRunAndTheFieldsAreThoseOfTheTarget() {
        withAspect(Reserved.class, true).withBean(Reserved.class).run(context -> {
            assertThat(AopUtils.isCglibProxy(context.getBean(Reserved.class))).isTrue();
            assertThat(call(context, "whisper")).isEqualTo("marked reserved");
        });
    }

    @Test
    void theInterceptorsOfAnInterfaceProxyRun() {
        withAspect(Greetings.class, false).withBean(Greetings.class).run(context -> {
            assertThat(AopUtils.isJdkDynamicProxy(context.getBean(Greeting.class)))
                    .isTrue();
            assertThat(call(context, "greet")).isEqualTo("marked " + Greetings.latest());
        });
    }

    @Test
    void aHandlerThatAnInterfaceProxyHidesStopsTheStartSayingWhatToDo() {
        class Hidden implements Runnable {
            @Override
            public void run() {}

            @LiveViewHandler
            void hidden() {}
        }
        withAspect(Hidden.class, false)
                .withBean(Hidden.class, Hidden::new)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("hidden")
                        .hasMessageContaining("CGLIB"));
    }

    @Test
    void aPrivateHandlerOfAClassProxyStopsTheStartSayingWhatToDo() {
        withAspect(Private.class, true)
                .withBean(Private.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("secret")
                        .hasMessageContaining("Switch its visibility"));
    }

    static class Private {

        @LiveViewHandler
        private void secret() {}
    }

    @Test
    void theProductOfAProxyFactoryBeanMayHaveHandlers() {
        applicationOf()
                .withBean("greetings", ProxyFactoryBean.class, () -> {
                    ProxyFactoryBean factory = new ProxyFactoryBean();
                    factory.setTarget(new Greetings());
                    factory.addAdvice(marking());
                    return factory;
                })
                .run(context -> assertThat(call(context, "greet")).isEqualTo("marked " + Greetings.latest()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Validating {

        @Validated
        static class ValidatedGreetings extends Reserved {}

        @Bean
        static MethodValidationPostProcessor validation() {
            var validation = new MethodValidationPostProcessor();
            validation.setProxyTargetClass(true);
            return validation;
        }

        @Bean
        ValidatedGreetings greetings() {
            return new ValidatedGreetings();
        }
    }

    @Test
    void aValidatedBeanMayHaveHandlers() {
        applicationOf().withUserConfiguration(Validating.class).run(context -> {
            assertThat(AopUtils.isCglibProxy(context.getBean(Reserved.class))).isTrue();
            assertThat(call(context, "whisper")).isEqualTo("reserved");
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Prototype {

        @Bean
        @Scope("prototype")
        Greetings greetings() {
            return new Greetings();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ScopedProxy {

        @Bean
        @Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
        Greetings greetings() {
            return new Greetings();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class LazyBean {

        @Bean
        @Lazy
        Greetings greetings() {
            return new Greetings();
        }
    }

    @Test
    void aPrototypeIsMadeForEveryCallWithAScopedProxyAndWithout() {
        for (Class<?> application : new Class<?>[] {Prototype.class, ScopedProxy.class}) {
            applicationOf().withUserConfiguration(application).run(context -> {
                assertThat(names(context)).containsExactly("greet");
                assertThat(call(context, "greet")).isEqualTo(Greetings.latest());
                assertThat(call(context, "greet")).isNotEqualTo(call(context, "greet"));
            });
        }
    }

    @Test
    void aLazyBeanIsMadeByItsFirstCall() {
        applicationOf().withUserConfiguration(LazyBean.class).run(context -> {
            int before = Greetings.MADE.get();

            assertThat(call(context, "greet")).isEqualTo("number " + (before + 1));
            assertThat(call(context, "greet")).isEqualTo("number " + (before + 1));
        });
    }

    @Test
    void lazyBeansAndPrototypesBehindAClassProxyKeepTheirInterceptors() {
        for (Class<?> application : new Class<?>[] {LazyBean.class, Prototype.class}) {
            withAspect(Greetings.class, true)
                    .withUserConfiguration(application)
                    .run(context -> assertThat(call(context, "greet")).startsWith("marked number "));
        }
    }

    @Test
    void twoMethodsOfOneNameStopTheStart() {
        class Other {
            @LiveViewHandler("greet")
            void another() {}
        }
        applicationOf()
                .withBean(Greetings.class)
                .withBean(Other.class, Other::new)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(HandlerMappingException.class)
                        .hasMessageContaining(Greetings.class.getName() + ".greet")
                        .hasMessageContaining(Other.class.getName() + ".another"));
    }

    @Test
    @DisplayName("D55: a handler that cannot be called stops the start, saying what can")
    void aParameterThatNothingHasAValueForStopsTheStartSayingWhatCan() {
        class Wrong {
            @LiveViewHandler
            void buy(Locale locale, Thread thread) {}
        }
        applicationOf()
                .withBean(Wrong.class, Wrong::new)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(HandlerMappingException.class)
                        .hasMessageContaining(Wrong.class.getName() + ".buy has a parameter of type java.lang.Thread")
                        .hasMessageContaining(
                                "LiveViewConsumer, LiveViewContent, Map<String, Object>, Principal, Locale")
                        .hasMessageContaining("HandlerMethodArgumentResolver"));
    }

    @Test
    void aResultThatIsNoMessageStopsTheStartSayingWhatIs() {
        class Wrong {
            @LiveViewHandler
            String buy() {
                return "";
            }
        }
        applicationOf()
                .withBean(Wrong.class, Wrong::new)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(HandlerMappingException.class)
                        .hasMessageContaining("returns java.lang.String")
                        .hasMessageContaining("List<LiveViewMessage>"));
    }

    static class Static {

        @LiveViewHandler
        static void buy() {}
    }

    @Test
    void aStaticMethodStopsTheStart() {
        applicationOf()
                .withBean(Static.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(HandlerMappingException.class)
                        .hasMessageContaining("is static"));
    }

    @Test
    void argumentResolversOfTheApplicationAreAsked() {
        class Asking {
            @LiveViewHandler
            LiveViewMessage ask(Thread thread, LiveViewContent content) {
                return LiveViewMessage.replace("#x").text(thread.getName() + content.function());
            }
        }
        HandlerMethodArgumentResolver resolver = new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(Parameter parameter) {
                return parameter.getType() == Thread.class;
            }

            @Override
            public Object resolveArgument(Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) {
                return new Thread("resolved-");
            }
        };
        applicationOf()
                .withBean(Asking.class, Asking::new)
                .withBean(HandlerMethodArgumentResolver.class, () -> resolver)
                .run(context -> assertThat(call(context, "ask")).isEqualTo("resolved-ask"));
    }

    static class Two {

        @LiveViewHandler("b_second")
        void second(Principal user, Map<String, Object> content) {}

        @LiveViewHandler("a")
        List<LiveViewMessage> first() {
            return List.of();
        }
    }

    @Test
    void theLogSaysWhereAndListsTheHandlers(CapturedOutput output) {
        applicationOf()
                .withBean(Two.class)
                .run(context -> assertThat(output)
                        .contains("LiveView listens at /ws/liveview/{room} with 2 handlers\n"
                                + "    a         Two.first\n    b_second  Two.second\n"));
    }

    @Test
    void theLogCountsOneHandlerAndKnowsThePath(CapturedOutput output) {
        applicationOf()
                .withBean(Reserved.class)
                .withPropertyValues("liveview.path=/live/")
                .run(context -> assertThat(output)
                        .contains("LiveView listens at /live/{room} with 1 handler\n    whisper  Reserved.whisper"));
    }

    @Test
    void theLogWarnsWhenThereIsNoHandler(CapturedOutput output) {
        applicationOf("nothing", "here")
                .run(context -> assertThat(output)
                        .contains("LiveView listens at /ws/liveview/{room} and found no method with @LiveViewHandler")
                        .contains(scanned("nothing") + ", " + scanned("here"))
                        .contains("liveview.scan-packages"));
    }
}

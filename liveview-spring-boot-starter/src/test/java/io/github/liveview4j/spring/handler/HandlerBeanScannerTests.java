package io.github.liveview4j.spring.handler;

import static io.github.liveview4j.spring.handler.HandlerFixture.applicationOf;
import static io.github.liveview4j.spring.handler.HandlerFixture.call;
import static io.github.liveview4j.spring.handler.HandlerFixture.names;
import static io.github.liveview4j.spring.handler.HandlerFixture.scanned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.handler.scanned.conditional.LazyGreetings;
import io.github.liveview4j.spring.handler.scanned.conditional.PrototypeGreetings;
import io.github.liveview4j.spring.handler.scanned.declared.DeclaredGreetings;
import io.github.liveview4j.spring.handler.scanned.stereotype.ComponentGreetings;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.aot.AotDetector;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.SpringProperties;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Which classes on the class path become beans because of their handler methods. */
class HandlerBeanScannerTests {

    @Configuration(proxyBeanMethods = false)
    static class WithGreeter {

        @Bean
        UnaryOperator<String> greeter() {
            return name -> "Hello, " + name;
        }
    }

    private static WebApplicationContextRunner applicationWithGreeter() {
        return applicationOf("found").withUserConfiguration(WithGreeter.class);
    }

    @Test
    @DisplayName("D56, S13: handlers of nested packages become beans and are given what their constructors ask for")
    void aClassWithHandlerMethodsBecomesABeanAndIsGivenWhatItsConstructorAsksFor() {
        applicationWithGreeter().run(context -> {
            assertThat(names(context)).containsExactly("greet", "take_leave");
            assertThat(call(context, "greet")).isEqualTo("Hello, Ada");
            assertThat(context.getBeanDefinitionNames())
                    .contains("greetings", "farewells")
                    .doesNotContain("notAHandler");
        });
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = DeclaredGreetings.class)
    static class Packaged {}

    @Test
    void thePackageOfAnAutoConfigurationPackageIsSearched() {
        applicationOf()
                .withUserConfiguration(Packaged.class)
                .run(context -> assertThat(names(context)).containsExactly("greet"));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = ComponentGreetings.class)
    static class Scanning {}

    @Test
    void aComponentIsNotMadeTwice() {
        applicationOf("stereotype").withUserConfiguration(Scanning.class).run(context -> {
            assertThat(context.getBeansOfType(ComponentGreetings.class)).hasSize(1);
            assertThat(names(context)).containsExactly("greet");
        });
    }

    @Test
    void aComponentOutsideOfComponentScanningIsMadeOnce() {
        applicationOf("stereotype")
                .run(context -> assertThat(context.getBeansOfType(ComponentGreetings.class))
                        .hasSize(1));
    }

    @Configuration(proxyBeanMethods = false)
    static class Declaring {

        @Bean
        DeclaredGreetings own() {
            return new DeclaredGreetings();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class DeclaringLazily {

        @Bean
        @Lazy
        static DeclaredGreetings own() {
            return new DeclaredGreetings();
        }
    }

    @Test
    void aDeclaredBeanIsNotMadeTwice() {
        for (Class<?> application : new Class<?>[] {Declaring.class, DeclaringLazily.class}) {
            applicationOf("declared")
                    .withUserConfiguration(application)
                    .run(context -> assertThat(context.getBeansOfType(DeclaredGreetings.class))
                            .containsOnlyKeys("own"));
        }
    }

    @Test
    void severalBeansOfAClassAreLeftToTheOneWhoDeclaredThem() {
        applicationOf("declared")
                .withBean("one", DeclaredGreetings.class, DeclaredGreetings::new)
                .withBean("two", DeclaredGreetings.class, DeclaredGreetings::new)
                .run(context ->
                        assertThat(context).getFailure().hasMessageContaining("Two beans answer the event 'greet'"));
    }

    @Test
    void profilesHold() {
        applicationOf("conditional").run(context -> assertThat(names(context)).doesNotContain("of_profile"));
        applicationOf("conditional")
                .withPropertyValues("spring.profiles.active=demo")
                .run(context -> assertThat(names(context)).contains("of_profile"));
    }

    @Test
    void conditionsHold() {
        applicationOf("conditional").run(context -> assertThat(names(context)).doesNotContain("of_property"));
        applicationOf("conditional")
                .withPropertyValues("demo.greetings=true")
                .run(context -> assertThat(names(context)).contains("of_property"));
    }

    @Test
    void aLazyBeanIsMadeWhenItIsCalledFirst() {
        int before = LazyGreetings.MADE.get();
        applicationOf("conditional").run(context -> {
            assertThat(LazyGreetings.MADE).hasValue(before);

            assertThat(call(context, "of_lazy")).isEqualTo("" + (before + 1));
            assertThat(call(context, "of_lazy")).isEqualTo("" + (before + 1));
        });
    }

    @Test
    void aPrototypeIsMadeForEveryCall() {
        applicationOf("conditional").run(context -> {
            int before = PrototypeGreetings.MADE.get();

            assertThat(call(context, "of_prototype")).isEqualTo("" + (before + 1));
            assertThat(call(context, "of_prototype")).isEqualTo("" + (before + 2));
        });
    }

    @Test
    void scanPackagesAddsPackages() {
        applicationOf("declared")
                .withPropertyValues("liveview.scan-packages=" + scanned("extra"))
                .run(context -> assertThat(names(context)).containsExactly("greet", "of_extra"));
    }

    @Test
    void scanPackagesMayBeAList() {
        applicationOf()
                .withPropertyValues(
                        "liveview.scan-packages[0]=" + scanned("extra"),
                        "liveview.scan-packages[1]=" + scanned("declared"))
                .run(context -> assertThat(names(context)).containsExactly("greet", "of_extra"));
    }

    @Test
    void withoutPackagesNothingIsFound() {
        applicationOf().run(context -> assertThat(names(context)).isEmpty());
    }

    @Test
    void whatCannotBeABeanIsSkippedAndInheritedHandlersCount() {
        applicationOf("shapes").run(context -> assertThat(names(context)).containsExactly("inherited", "nested"));
    }

    @Test
    void whatATypeExcludeFilterLeavesOutIsLeftOut() {
        TypeExcludeFilter filter = new TypeExcludeFilter() {
            @Override
            public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
                return reader.getClassMetadata().getClassName().endsWith("DeclaredGreetings");
            }
        };
        applicationOf("declared", "extra")
                .withInitializer(context -> context.getBeanFactory().registerSingleton("excluding", filter))
                .run(context -> assertThat(names(context)).containsExactly("of_extra"));
    }

    @Test
    void anApplicationThatWasProcessedAheadOfTimeIsNotSearched() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "true");
        try {
            applicationOf("declared").run(context -> assertThat(names(context)).isEmpty());
        } finally {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
        }
    }
}

package io.github.liveview4j.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.handler.HandlerMappingException;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import io.github.liveview4j.spring.scope.LiveViewScope;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** An annotation that nothing heeds is worse than none: the start fails. */
class IgnoredAnnotationTests {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class, LiveViewAutoConfiguration.class));

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class WithMethodSecurity {}

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity(securedEnabled = true, jsr250Enabled = true)
    static class WithAll {}

    static class Pre {
        @LiveViewHandler("h")
        @PreAuthorize("hasRole('X')")
        void handler() {}
    }

    static class Old {
        @LiveViewHandler("h")
        @Secured("ROLE_X")
        void handler() {}
    }

    static class Standard {
        @LiveViewHandler("h")
        @RolesAllowed("X")
        void handler() {}
    }

    static class Final {
        @LiveViewHandler("h")
        @PreAuthorize("hasRole('X')")
        final void handler() {}
    }

    static class Private {
        @LiveViewHandler("h")
        @PreAuthorize("hasRole('X')")
        private void handler() {}
    }

    @PreAuthorize("hasRole('X')")
    static class PrivateInClass {
        @LiveViewHandler("h")
        private void handler() {}
    }

    @LiveViewScope
    static class FinalOfPage {
        @LiveViewHandler("h")
        @PreAuthorize("hasRole('X')")
        final void handler() {}
    }

    @LiveViewScope
    static class OfPage {
        @LiveViewHandler("h")
        @PreAuthorize("hasRole('X')")
        void handler() {}
    }

    @Scope("prototype")
    static class EachTime {
        @LiveViewHandler("h")
        @PreAuthorize("hasRole('X')")
        void handler() {}
    }

    private static Class<?> named(String name) throws ClassNotFoundException {
        return Class.forName(IgnoredAnnotationTests.class.getName() + "$" + name);
    }

    private static void refused(WebApplicationContextRunner runner, String annotation, String... words) {
        runner.run(context -> assertThat(context)
                .getFailure()
                .isInstanceOf(HandlerMappingException.class)
                .hasMessageContaining("has @" + annotation + ", which would be ignored")
                .hasMessageContainingAll(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pre", "OfPage", "EachTime"})
    void methodSecurityThatIsNotEnabledStopsTheStart(String handlers) throws ClassNotFoundException {
        refused(
                application.withBean(named(handlers)),
                "PreAuthorize",
                "Add @EnableMethodSecurity to a configuration",
                handlers + ".handler");
    }

    @Test
    void anOptionThatIsNotEnabledStopsTheStart() {
        refused(
                application.withUserConfiguration(WithMethodSecurity.class).withBean(Old.class),
                "Secured",
                "@EnableMethodSecurity(securedEnabled = true)");
        refused(
                application.withUserConfiguration(WithMethodSecurity.class).withBean(Standard.class),
                "RolesAllowed",
                "@EnableMethodSecurity(jsr250Enabled = true)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Final", "Private", "FinalOfPage"})
    void aMethodThatCannotBeInterceptedStopsTheStart(String handlers) throws ClassNotFoundException {
        refused(
                application.withUserConfiguration(WithMethodSecurity.class).withUserConfiguration(named(handlers)),
                "PreAuthorize",
                "one that an interceptor cannot be put around");
    }

    @Test
    void aPrivateMethodOfAGuardedClassStopsTheStart() {
        refused(
                application.withUserConfiguration(WithMethodSecurity.class).withBean(PrivateInClass.class),
                "PreAuthorize",
                "one that an interceptor cannot be put around");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pre", "Old", "Standard", "OfPage", "EachTime"})
    void whatIsHeededStarts(String handlers) throws ClassNotFoundException {
        application
                .withUserConfiguration(WithAll.class, named(handlers))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void withoutSpringSecurityThereIsNothingToHeed() {
        application
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.security",
                        "org.springframework.session",
                        "org.springframework.boot.tomcat"))
                .run(context -> assertThat(context).hasNotFailed());
    }
}

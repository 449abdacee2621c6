package io.github.liveview4j.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureWebMvc;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of live pages alone: what {@code @WebMvcTest} has, handlers and what is around them, and a {@link LiveViewTester}.
 *
 * <pre>{@code
 * @LiveViewTest
 * class OrderPageTests {
 *     @Autowired LiveViewTester tester;
 *     @MockitoBean Orders orders;
 * }
 * }</pre>
 *
 * <p>There are the beans of {@code @WebMvcTest}, the classes with {@link io.github.liveview4j.LiveViewHandler} methods, and
 * middlewares, room authorizers, exception resolvers, argument resolvers and fragment renderers of LiveView; services and
 * repositories are not, and a test mocks or imports them. Broadcasts stay on this node. Spring Security takes part with
 * {@code spring-boot-starter-security-test}. The idea, and the names of the attributes, are those of Spring Boot's slices.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(LiveViewTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(LiveViewTypeExcludeFilter.class)
@AutoConfigureWebMvc
@AutoConfigureMockMvc
@AutoConfigureLiveView
@ImportAutoConfiguration
public @interface LiveViewTest {

    /** Properties of the environment, as {@code key=value}. */
    String[] properties() default {};

    /** The controllers and the classes with handlers that are beans; all where none is named. */
    @AliasFor("controllers")
    Class<?>[] value() default {};

    /** The controllers and the classes with handlers that are beans; all where none is named. */
    @AliasFor("value")
    Class<?>[] controllers() default {};

    /** Whether the usual beans are included at all. */
    boolean useDefaultFilters() default true;

    /** What else is to be a bean. */
    Filter[] includeFilters() default {};

    /** What is not to be one. */
    Filter[] excludeFilters() default {};

    /** Auto-configuration to be left out. */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}

package io.github.liveview4j.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Adds a {@link LiveViewTester} to a test's context, and LiveView itself where a slice has left it out.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureLiveView
 * class OrderTests { ... }
 * }</pre>
 *
 * <p>With {@code @SpringBootTest} the whole application is there, without a server as long as its {@code webEnvironment} is the
 * usual one. With {@code @WebMvcTest} the classes with handlers have to be named, by its {@code includeFilters} or by
 * {@code @Import}; {@link LiveViewTest} is shorter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@PropertyMapping(value = "liveview.test", skip = PropertyMapping.Skip.ON_DEFAULT_VALUE)
public @interface AutoConfigureLiveView {

    /** Whether what looks like a mistake is an error, see {@link TestPage#warnings()}. */
    boolean failOnWarnings() default false;
}

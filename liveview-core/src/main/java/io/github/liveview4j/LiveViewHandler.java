package io.github.liveview4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that answers the browser's event of this name.
 *
 * <p>Only methods that carry this annotation can be reached from a browser, and only by the exact name. The method may
 * have any visibility but must not be static. Its parameters may be a {@link LiveViewConsumer}, a {@link
 * LiveViewContent} or a {@code Map<String, Object>}, and whatever the application's argument resolvers add; with Spring MVC all
 * that a method of a controller may have, such as a record that is bound from the form, with {@code @Valid} and a {@code
 * BindingResult} after it, or a single value by its name. It returns
 * nothing, a {@link LiveViewMessage} or a {@code List<LiveViewMessage>}, which the page applies as one step when the call
 * ends; or either of them later, as a {@link java.util.concurrent.CompletionStage}, or bit by bit, as a {@link
 * java.util.stream.Stream}, which is pulled on the thread of the call, or a {@link java.util.concurrent.Flow.Publisher}. Of
 * those, each element is sent as it comes. While a stage or a publisher is waited for, the page is answered nothing, shows that the
 * call is under way and may make others; when it has gone, a publisher is cancelled.
 *
 * <p>The events of one page run one after the other, in order, on the thread that brought them; the events of different
 * pages run at the same time, so a handler bean's fields need the same care as a controller's. An exception goes to the
 * exception resolvers; what is left is logged under a reference, and the browser gets only that reference.
 *
 * <p>A class with such methods under the application's packages is found on the class path and made a bean; the methods
 * of beans from anywhere else are found as well. Two methods for one name stop the start.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LiveViewHandler {

    /** The name by which a page calls the method, as in {@code data-liveview-function}; by default the method's own name. */
    String value() default "";
}

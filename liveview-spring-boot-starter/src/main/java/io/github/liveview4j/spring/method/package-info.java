/**
 * Handler methods as methods of controllers: the arguments that Spring MVC knows, and the reactive types that Spring knows.
 *
 * <p>Nothing is resolved here that Spring MVC can resolve. A call is shown to its resolvers as a request whose parameters are the
 * data and the form of the call; forms are bound by its data binders, with the validator, the conversion service and the
 * {@code @InitBinder} methods of the application. What makes no sense without a request is refused at the start. The model
 * that arguments fill is seen by every template of the call, with the errors of those fields only in which the user has been.
 *
 * <p>Public because the auto-configuration wires it; an application meets none of it.
 */
@NullMarked
package io.github.liveview4j.spring.method;

import org.jspecify.annotations.NullMarked;

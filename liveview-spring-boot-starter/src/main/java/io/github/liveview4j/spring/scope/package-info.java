/**
 * Beans that belong to a page.
 *
 * <p>A class with {@link io.github.liveview4j.spring.scope.LiveViewScope} has one instance for each load of a page, made when it is
 * first needed and destroyed when the page goes, when it has not been used for long, or when too many others are.
 *
 * <p>An application meets the annotation; the rest is public because the auto-configuration wires it.
 */
@NullMarked
package io.github.liveview4j.spring.scope;

import org.jspecify.annotations.NullMarked;

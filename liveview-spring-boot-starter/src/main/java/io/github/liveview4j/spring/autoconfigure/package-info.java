/**
 * What an application gets by adding the starter: every part as a bean that backs off to the application's own.
 *
 * <p>{@link io.github.liveview4j.spring.autoconfigure.LiveViewProperties} are the settings, under {@code liveview}.
 */
@NullMarked
package io.github.liveview4j.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;

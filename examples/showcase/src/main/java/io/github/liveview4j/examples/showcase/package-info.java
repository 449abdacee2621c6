/**
 * Every recipe of the guide, running beside the code that it is made of.
 *
 * <p>A recipe is a package below {@code recipes}, a template of the same name and a line in {@code catalogue.Catalogue}. Its
 * class holds the page's controller method and the handlers of the page's events.
 */
@NullMarked
package io.github.liveview4j.examples.showcase;

import org.jspecify.annotations.NullMarked;

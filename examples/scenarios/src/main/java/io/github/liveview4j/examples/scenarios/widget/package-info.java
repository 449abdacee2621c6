/** Code of somebody else's inside an area that is renewed. */
@NullMarked
package io.github.liveview4j.examples.scenarios.widget;

import org.jspecify.annotations.NullMarked;

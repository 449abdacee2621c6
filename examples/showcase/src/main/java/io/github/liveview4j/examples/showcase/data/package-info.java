/** Articles, a few thousand of them, in an embedded database: several recipes work on the same rows. */
@NullMarked
package io.github.liveview4j.examples.showcase.data;

import org.jspecify.annotations.NullMarked;

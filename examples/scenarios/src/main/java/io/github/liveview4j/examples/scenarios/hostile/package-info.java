/** Text that looks like markup, pushed in every way in which text can be pushed, and markup that an application takes for its own. */
@NullMarked
package io.github.liveview4j.examples.scenarios.hostile;

import org.jspecify.annotations.NullMarked;

/** What was published, what each page was shown, and the check that the two agree. Knows no network and no library. */
@NullMarked
package io.github.liveview4j.examples.reliability.history;

import org.jspecify.annotations.NullMarked;

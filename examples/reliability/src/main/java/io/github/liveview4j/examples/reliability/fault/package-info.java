/** What goes wrong: processes that are killed and frozen, connections that are cut; and one class for each row of the fault table. */
@NullMarked
package io.github.liveview4j.examples.reliability.fault;

import org.jspecify.annotations.NullMarked;

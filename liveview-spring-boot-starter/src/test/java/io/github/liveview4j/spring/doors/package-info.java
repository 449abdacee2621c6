/** Attacks on an application with Spring Security: what comes through its doors, and what does not. */
@NullMarked
package io.github.liveview4j.spring.doors;

import org.jspecify.annotations.NullMarked;

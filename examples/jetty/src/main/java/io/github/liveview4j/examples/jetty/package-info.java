/** A board of notes on Jetty, without Tomcat on the class path. */
@NullMarked
package io.github.liveview4j.examples.jetty;

import org.jspecify.annotations.NullMarked;

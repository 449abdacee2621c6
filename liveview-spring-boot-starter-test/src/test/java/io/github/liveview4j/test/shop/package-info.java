/** A small application with what a live page may have in it, and the tests of the kit that open its pages. */
@NullMarked
package io.github.liveview4j.test.shop;

import org.jspecify.annotations.NullMarked;

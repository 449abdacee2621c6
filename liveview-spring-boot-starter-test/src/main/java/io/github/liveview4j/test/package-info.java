/**
 * Tests of live pages.
 *
 * <p>A handler alone is a method: {@link io.github.liveview4j.test.TestConsumer} and {@link
 * io.github.liveview4j.test.TestBroadcaster} stand in for the page and for all pages, and nothing has to run.
 *
 * <p>A page with its handlers is opened by {@link io.github.liveview4j.test.LiveViewTester}, in a context that {@link
 * io.github.liveview4j.test.LiveViewTest} makes, or any other with {@link io.github.liveview4j.test.AutoConfigureLiveView}. The
 * page is fetched by MockMvc, so filters, Spring Security, controllers and templates are real; its handshake goes the same way and
 * meets the real checks; from then on frames go to and from the real dispatcher, in memory. What a browser would do in between, the
 * {@link io.github.liveview4j.test.TestPage} does to a jsoup document: which elements an event reaches, what of a form is sent,
 * how an update changes the html. No browser, no server, no socket.
 */
@NullMarked
package io.github.liveview4j.test;

import org.jspecify.annotations.NullMarked;

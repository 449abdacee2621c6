/**
 * What an application meets: annotate a method, take the page that sent the event, send it a message.
 *
 * <pre>{@code
 * class Greetings {
 *
 *     @LiveViewHandler("say_hello")
 *     void sayHello(LiveViewConsumer consumer, LiveViewContent content) {
 *         consumer.send(replace("#greeting").template("hello :: greeting").with("name", content.form("name", "World")));
 *     }
 * }
 * }</pre>
 *
 * <p>A browser's event reaches the method of its name through the chain of {@link
 * io.github.liveview4j.LiveViewMiddleware}s. {@link io.github.liveview4j.LiveViewBroadcaster} sends from anywhere else.
 * Everything below this package is machinery: public where another module wires it, and then its package says so.
 */
@NullMarked
package io.github.liveview4j;

import org.jspecify.annotations.NullMarked;

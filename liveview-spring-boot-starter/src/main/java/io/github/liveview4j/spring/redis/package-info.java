/**
 * Broadcasts over Redis, for more than one node.
 *
 * <p>All nodes of an application share one order: a number that Redis gives, a stream that keeps the last broadcasts under
 * their numbers, and a channel that brings them to every node at once, all three by one script. Every node reads everything
 * and keeps the last minutes in its {@link io.github.liveview4j.room.RoomLog}, so that pages that come back ask nothing of
 * Redis.
 *
 * <p>A broadcast's way: {@link io.github.liveview4j.spring.redis.RedisTransport}, {@code OutageQueue}, {@code RedisPublisher},
 * {@code PublishScript}, Redis, and on every node {@code LiveFeed}, {@code RedisReader}, {@code RoomLog}. The channel alone
 * loses what is said while a connection is down; so the reader trusts the numbers and the stream, and takes the channel for
 * the quick way.
 *
 * <p>Two threads, one that publishes and one that reads; both end with the application. Public is what the
 * auto-configuration wires.
 */
@NullMarked
package io.github.liveview4j.spring.redis;

import org.jspecify.annotations.NullMarked;

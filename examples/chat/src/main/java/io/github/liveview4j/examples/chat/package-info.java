/**
 * A chat: rooms, messages that are kept, who is typing.
 *
 * <p>{@link io.github.liveview4j.examples.chat.Lobby} and {@link io.github.liveview4j.examples.chat.Conversation} are its two
 * pages, each with the handlers of its events. Nothing in them knows how many nodes there are: what is kept is in the
 * database, and everything else is a broadcast.
 */
@NullMarked
package io.github.liveview4j.examples.chat;

import org.jspecify.annotations.NullMarked;

package io.github.liveview4j.examples.chat;

import org.jspecify.annotations.Nullable;

/** A room and the last thing that was said in it, if anything was. */
record RoomLine(
        long id,
        String name,
        @Nullable String author,
        @Nullable String text) {}

package io.github.liveview4j.broadcast;

import io.github.liveview4j.LiveViewBroadcaster.Audience;

/**
 * One broadcast on its way.
 *
 * @param audience which pages it is for
 * @param parcel what it says, encoded once
 */
public record Broadcast(Audience audience, Parcel parcel) {}

package io.github.liveview4j.room;

import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;

/** Sends to each session at once, on the thread that delivers. */
public final class DirectDelivery implements RoomDelivery {

    @Override
    public void deliver(LiveViewSession[] audience, Parcel parcel) {
        for (LiveViewSession session : audience) {
            if (Dialect.of(session.subprotocol()) == Dialect.V2) {
                session.send(parcel.isWithheldFrom(session) ? parcel.withheld() : parcel.v2());
            } else if (!parcel.isWithheldFrom(session)) {
                for (Frame frame : parcel.v1()) {
                    session.send(frame);
                }
            }
        }
    }
}

package io.github.liveview4j.examples.showcase.docs;

import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.RoomAuthorizer;
import org.springframework.stereotype.Component;

@Component
class OwnOrders implements RoomAuthorizer {

    @Override
    public boolean admits(String room, LiveViewHandshake handshake) {
        return handshake
                .user()
                .filter(user -> room.equals("orders:" + user.getName()))
                .isPresent();
    }
}

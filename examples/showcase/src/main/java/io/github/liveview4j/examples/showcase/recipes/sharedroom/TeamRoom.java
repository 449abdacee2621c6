package io.github.liveview4j.examples.showcase.recipes.sharedroom;

import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.RoomAuthorizer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

@Component
class TeamRoom implements RoomAuthorizer {

    @Override
    public boolean admits(String room, LiveViewHandshake handshake) {
        return room.equals("team")
                && handshake.user().orElse(null) instanceof Authentication user
                && user.getAuthorities().stream().anyMatch(role -> "ROLE_TEAM".equals(role.getAuthority()));
    }
}

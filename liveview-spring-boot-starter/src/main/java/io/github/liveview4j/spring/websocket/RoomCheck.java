package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.protocol.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a page may be in the room that it names: in one that cannot be guessed, and in one that the application
 * admits it to.
 *
 * <p>For any thread.
 */
final class RoomCheck {

    /**
     * Why a page may not be in a room.
     *
     * @param reason for the log
     * @param cause what an authorizer threw, or {@code null}
     */
    record Refusal(String reason, @Nullable Exception cause) {}

    private final List<RoomAuthorizer> authorizers;

    RoomCheck(List<RoomAuthorizer> authorizers) {
        this.authorizers = List.copyOf(authorizers);
    }

    /** Returns why the page is refused, empty where it is not; the handshake is asked for where an authorizer needs it. */
    Optional<Refusal> refusal(String room, Supplier<LiveViewHandshake> asking) {
        if (UnguessableRoom.matches(room)) {
            return Optional.empty();
        }
        LiveViewHandshake handshake = asking.get();
        for (RoomAuthorizer authorizer : authorizers) {
            try {
                if (authorizer.admits(room, handshake)) {
                    return Optional.empty();
                }
            } catch (Exception e) {
                // The next one might admit, not knowing what this one knew: not to know is to refuse.
                return refused(
                        room, "the RoomAuthorizer " + authorizer.getClass().getName() + " failed", e);
            }
        }
        return refused(
                room,
                authorizers.isEmpty()
                        ? "expected a random UUID (version 4, its hyphens may be left out), got one that can be guessed; "
                                + "declare a RoomAuthorizer bean that admits it, or let the page make up its room"
                        : "it can be guessed, and no RoomAuthorizer bean admits this page",
                null);
    }

    private static Optional<Refusal> refused(String room, String reason, @Nullable Exception cause) {
        return Optional.of(new Refusal("room '" + Excerpt.of(room) + "': " + reason, cause));
    }
}

package io.github.liveview4j.spring.security;

import io.github.liveview4j.LiveViewHandshake;
import java.util.Map;

/**
 * A page that wants into a room: what a rule decides about. Immutable.
 *
 * @param room the room's name, the browser's claim
 * @param variables what stands in the name at the variables of the rule's pattern, unmodifiable
 * @param handshake who asks
 */
public record RoomRequest(String room, Map<String, String> variables, LiveViewHandshake handshake) {

    /** Copies the variables. */
    public RoomRequest {
        variables = Map.copyOf(variables);
    }

    /**
     * Returns what stands in the name at a variable.
     *
     * @throws IllegalArgumentException if the rule's pattern has none of that name
     */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Expected one of the variables " + variables.keySet() + ", got '" + name + "'");
        }
        return value;
    }

    /** Names the room's length only: a name may be a secret. */
    @Override
    public String toString() {
        return "RoomRequest[" + room.length() + " characters]";
    }
}

package io.github.liveview4j;

/**
 * Decides who may be in a room whose name can be guessed.
 *
 * <p>A page names its room in the address of its WebSocket, and everybody can write an address. A room that a page made up at
 * random is open to whoever knows its name. Any other, such as {@code orders:42} or {@code lobby}, needs a bean of this type
 * that admits the page: without one the handshake is refused (403).
 *
 * <pre>{@code
 * @Bean
 * RoomAuthorizer lobbyForMembers() {
 *     return (room, handshake) -> room.equals("lobby") && handshake.user().isPresent();
 * }
 * }</pre>
 *
 * <p>Several beans are asked in the order of {@code @Order}, and one that admits is enough: let each of them answer
 * {@code false} for rooms that are not its own. An exception refuses and is logged; no further bean is asked then.
 *
 * <p>Asked once a connection, before the upgrade, on the thread of the request; a page that comes back is asked for again.
 * Called by many threads at the same time.
 */
@FunctionalInterface
public interface RoomAuthorizer {

    /**
     * Tells whether a page may be in a room.
     *
     * @param room the name, 1 to 128 of {@code A-Z a-z 0-9 _ . ~ : -}; the browser's claim
     * @param handshake who asks
     */
    boolean admits(String room, LiveViewHandshake handshake);
}

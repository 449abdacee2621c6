package io.github.liveview4j;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The page that sent an event: who is behind it, and the way to change it.
 *
 * <p>A consumer is the page, not the socket: it is one object for one load of a page in one tab, and what is sent to it
 * follows a page that lost its connection and came back to this node. Every method may be called from any thread, during
 * the call and after it; a handler may keep a consumer to send to it later. When the page has gone for good, what is sent
 * to it is dropped without an error. Two consumers of one page are equal: a handler gets another object at every call.
 *
 * <p>An interface, so that a handler's test can make one by hand. The word is django-liveview's.
 */
public interface LiveViewConsumer {

    /** Returns the id of the page, new for every load: random, but this client makes up its own, so it proves nothing. */
    String id();

    /** Returns the room of the page, the one of its WebSocket's address. */
    String room();

    /** Returns who was signed in at the handshake, empty for an anonymous page. */
    Optional<Principal> user();

    /**
     * Returns what was known when the page connected: headers, address, HTTP session.
     *
     * <p>That of the connection over which the event came, the same object for every middleware and the handler. A consumer
     * that is made by hand knows of its handshake the user only, unless it says more.
     */
    default LiveViewHandshake handshake() {
        return LiveViewHandshake.builder()
                .user(user().orElse(null))
                .locale(locale())
                .build();
    }

    /**
     * Returns the language that templates for this page are rendered in: the one the page says it is in, where the
     * application has it ({@code liveview.locales}), else the one that the application chose at the handshake.
     */
    Locale locale();

    /**
     * Returns what the application wants to remember about this page.
     *
     * @return a map that may be changed from any thread, takes no {@code null}, and goes with the page
     */
    Map<String, Object> attributes();

    /**
     * Returns whether the page has gone for good: it lost its connection and did not come back to this node within {@code
     * liveview.page-retention}, or it came back as somebody else's.
     *
     * <p>A page that has just lost its connection has not gone: what is sent to it is kept. A consumer that is made by hand
     * never goes, unless it says otherwise.
     */
    default boolean isGone() {
        return false;
    }

    /**
     * Has something done when the page has gone for good, or at once where it has.
     *
     * <p>It is kept until then: what is registered at every call is to be taken back. When the server stops, nothing is run. A
     * consumer that is made by hand runs nothing, unless it says otherwise.
     *
     * @param action runs on a thread that all pages share; an exception is logged
     * @return takes it back, from any thread; without effect where it has been run, or is being run
     */
    default Runnable onGone(Runnable action) {
        return () -> {};
    }

    /**
     * Changes this page.
     *
     * <p>Templates are rendered before this method returns, in this page's language and with its user, links and CSRF
     * token. The messages reach the browser in order and are applied as one step; during a call they go out at once, not
     * when the handler ends, nor when its transaction does: what is to wait for the commit of a transactional handler is
     * returned by it, or broadcast.
     *
     * @param messages what to change; none sends nothing
     * @throws LiveViewException if a template or a fragment cannot be rendered
     */
    void send(LiveViewMessage... messages);

    /**
     * Changes every page that is connected, this one included.
     *
     * <p>Templates are rendered once for all, in this page's language and without a user: what depends on who looks at
     * it does not belong into a broadcast. Returns without waiting for any browser. Inside an open transaction it is sent when
     * that is committed, see {@link LiveViewBroadcaster.Sender#send}.
     *
     * @param messages what to change; none sends nothing
     * @return what became of it, see {@link LiveViewBroadcaster.Sender#send}
     * @throws IllegalArgumentException if one of the messages has a {@link LiveViewMessage#url url}: everybody's address
     *     would change
     * @throws LiveViewException if a template or a fragment cannot be rendered
     */
    CompletionStage<LiveViewBroadcaster.Outcome> broadcast(LiveViewMessage... messages);

    /**
     * Lets this page into a room, in addition to its own, from now on: a second call does nothing.
     *
     * <p>The page stays there until it leaves or goes, also over a lost connection, and on any node. No {@link RoomAuthorizer}
     * is asked: it is the application that decides here.
     *
     * @param room the name, 1 to 128 of {@code A-Z a-z 0-9 _ . ~ : -}
     * @throws IllegalArgumentException if it is none
     * @throws LiveViewException if the page is in 64 rooms already
     */
    void join(String room);

    /**
     * Takes this page out of a room that it was let into.
     *
     * @param room the name; a room that the page is not in is no error
     */
    void leave(String room);
}

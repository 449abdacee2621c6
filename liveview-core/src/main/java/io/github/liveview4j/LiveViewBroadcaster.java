package io.github.liveview4j;

import java.util.Locale;
import java.util.Objects;

/**
 * Changes pages from anywhere in the application: a service, a scheduler, an event listener.
 *
 * <pre>{@code
 * live.to(room("orders:7")).send(append("#orders").template("orders :: row").with("order", order));
 * }</pre>
 *
 * <p>May be called from any thread and never waits for a browser. Templates are rendered once for all receivers, without
 * a user and in the application's default language, before the method returns. Two calls that come one after the other
 * reach every page in that order.
 */
public interface LiveViewBroadcaster {

    /**
     * Changes every connected page.
     *
     * @param messages what to change, applied by each page as one step; none sends nothing
     * @throws LiveViewException if a template or a fragment cannot be rendered
     */
    default void broadcast(LiveViewMessage... messages) {
        to(everyone()).send(messages);
    }

    /**
     * Chooses the pages to change.
     *
     * @param audience which pages
     */
    Sender to(Audience audience);

    /** Names every connected page. */
    static Audience everyone() {
        return new Audience.Everyone();
    }

    /**
     * Names the pages of a room.
     *
     * @param room the room's name; a room that nobody is in is no error
     */
    static Audience room(String room) {
        return new Audience.Room(room);
    }

    /** The last step of a broadcast: what to say, after to whom. Immutable. */
    interface Sender {

        /**
         * Chooses the language that templates are rendered in, in place of the application's default.
         *
         * @param locale the language
         */
        Sender in(Locale locale);

        /**
         * Sends to the chosen pages.
         *
         * @param messages what to change, applied by each page as one step; none sends nothing
         * @throws LiveViewException if a template or a fragment cannot be rendered
         */
        void send(LiveViewMessage... messages);
    }

    /** Which pages a broadcast is for. */
    sealed interface Audience {

        /** Every connected page. */
        record Everyone() implements Audience {}

        /**
         * The pages of one room.
         *
         * @param name the room's name
         */
        record Room(String name) implements Audience {

            /** Refuses a missing name. */
            public Room {
                Objects.requireNonNull(name, "name");
            }
        }
    }
}

package io.github.liveview4j;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * Changes pages from anywhere in the application: a service, a scheduler, an event listener.
 *
 * <pre>{@code
 * live.to(room("orders:7")).send(append("#orders").template("orders :: row").with("order", order));
 * }</pre>
 *
 * <p>May be called from any thread and never waits for a browser. Templates are rendered once for all receivers, without
 * a user and in the application's default language, before the method returns. Two calls that come one after the other
 * reach every page in that order. A page whose connection is lost and back in time gets what it missed; with Redis, pages of
 * all nodes are meant.
 *
 * <p>Inside an open transaction of Spring's, what is sent waits for the commit: a page never shows what was rolled back, and one
 * that asks at once finds what it was told of. After a rollback nothing is sent. {@link Sender#atOnce} does not wait.
 */
public interface LiveViewBroadcaster {

    /**
     * Changes every connected page.
     *
     * @param messages what to change, applied by each page as one step; none sends nothing
     * @return what became of it, as of {@link Sender#send}; inside a transaction not before its end
     * @throws IllegalArgumentException if one of the messages has a {@code url}, see {@link Sender#send}
     * @throws LiveViewException if a template or a fragment cannot be rendered
     */
    default CompletionStage<Outcome> broadcast(LiveViewMessage... messages) {
        return to(everyone()).send(messages);
    }

    /**
     * Chooses the pages to change.
     *
     * @param audience which pages
     * @throws IllegalArgumentException if it is a room of a name that none may have
     */
    Sender to(Audience audience);

    /** Names every connected page. */
    static Audience everyone() {
        return new Audience.Everyone();
    }

    /**
     * Names the pages of a room.
     *
     * @param room the room's name, 1 to 128 of {@code A-Z a-z 0-9 _ . ~ : -}; a room that nobody is in is no error
     */
    static Audience room(String room) {
        return new Audience.Room(room);
    }

    /**
     * Names the pages of a user, on all devices.
     *
     * @param user the name, as {@link java.security.Principal#getName()} has it
     */
    static Audience user(String user) {
        return new Audience.User(user);
    }

    /**
     * Names one page.
     *
     * @param page its id, as {@link LiveViewConsumer#id()} has it; a page that has gone is no error
     */
    static Audience page(String page) {
        return new Audience.Page(page);
    }

    /**
     * What became of a broadcast.
     *
     * <p>With one node every broadcast is {@link #SEQUENCED} before the call returns, unless it waits for a commit. With Redis it
     * can be otherwise.
     */
    enum Outcome {
        /** It has its place in the order: every page of the audience gets it, or is told to fetch itself. */
        SEQUENCED,
        /** It has none and will have none: no page gets it. So it is after a rollback. */
        FAILED,
        /** It was on its way when the connection was lost, and nobody knows whether it arrived. */
        UNKNOWN
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
         * Leaves out one page of the chosen ones: mostly the one that has changed something itself.
         *
         * @param page the page
         */
        Sender except(LiveViewConsumer page);

        /**
         * Sends now, also inside an open transaction: for what is true whether it is committed or not, such as how far a long
         * import has come.
         *
         * <p>It overtakes what the transaction has sent before and what waits. Without a transaction it changes nothing.
         */
        default Sender atOnce() {
            return this;
        }

        /**
         * Sends to the chosen pages: at once, or inside an open transaction of Spring's when it is committed.
         *
         * <p>Templates are rendered before the method returns in both cases, so lazy relations are there and an error is the
         * caller's. Pushes of one transaction are sent in their order; after a rollback, or one to a savepoint before the push,
         * none is.
         *
         * @param messages what to change, applied by each page as one step; none sends nothing
         * @return what became of it, on a thread that must not be held up, inside a transaction the one that ends it: who waits
         *     for it there waits for ever; never completed with an exception
         * @throws IllegalArgumentException if one of the messages has a {@link LiveViewMessage#url url} and not one page was
         *     chosen by {@link #page}: everybody's address would change
         * @throws LiveViewException if a template or a fragment cannot be rendered
         */
        CompletionStage<Outcome> send(LiveViewMessage... messages);

        /**
         * Lets each of the chosen pages call a handler of its own, for content that differs by user or language.
         *
         * <p>The handler runs once for every page, as if somebody had clicked there: through the middlewares, with the page's
         * user and locale, and what it sends goes to that page. The request waits for the commit as {@link #send} does, so the
         * handler finds what was committed. A page that is still busy with the same call makes one more
         * afterwards, however often it was asked. Pages of the first dialect cannot be asked.
         *
         * @param handler the name of a handler
         * @return what became of the request, as of {@link #send}
         */
        default CompletionStage<Outcome> refresh(String handler) {
            return refresh(handler, Map.of());
        }

        /**
         * Lets each of the chosen pages call a handler of its own, with data.
         *
         * @param handler the name of a handler
         * @param data what the handler finds in {@link LiveViewContent#data()}: anything that can be written as JSON
         * @return what became of the request, as of {@link #send}
         */
        CompletionStage<Outcome> refresh(String handler, Map<String, ?> data);

        /**
         * Closes the connections of the chosen pages, on every node: for when the application has changed in its own database who
         * somebody is or what they may do, as by a lock-out or other roles, and no HTTP session has noticed.
         *
         * <pre>{@code
         * accounts.lock("ana");
         * live.to(user("ana")).disconnect();
         * }</pre>
         *
         * <p>It takes away no right by itself. The pages come back by a new handshake (4401), as whoever the application says
         * that they are by then, and fetch themselves. So the HTTP session has to know of the change too, or an {@link
         * AccessCheck}, or Spring Security at the next request. Inside a transaction it waits for the commit as {@link
         * #send} does.
         *
         * @return what became of it, as of {@link #send}
         * @throws UnsupportedOperationException if this broadcaster cannot
         */
        default CompletionStage<Outcome> disconnect() {
            throw new UnsupportedOperationException("Expected a broadcaster that can disconnect pages, got "
                    + getClass().getName());
        }
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

        /**
         * The pages of one user.
         *
         * @param name the user's name
         */
        record User(String name) implements Audience {

            /** Refuses a missing name. */
            public User {
                Objects.requireNonNull(name, "name");
            }
        }

        /**
         * One page.
         *
         * @param id the page's id
         */
        record Page(String id) implements Audience {

            /** Refuses a missing id. */
            public Page {
                Objects.requireNonNull(id, "id");
            }
        }
    }
}

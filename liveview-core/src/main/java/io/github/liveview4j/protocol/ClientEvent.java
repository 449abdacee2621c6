package io.github.liveview4j.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says.
 *
 * <p>Decoded, checked for shape and size, and still a claim: nothing in it is true because it is here.
 */
public sealed interface ClientEvent {

    /**
     * The first frame of a socket; sent again, it asks for what was missed.
     *
     * @param page the id of the page, unguessable, made by the page for one load
     * @param lang the page's language tag, or {@code null}
     * @param done the id of the last call whose reply, and those of all before, have arrived
     * @param position what the page has, or {@code null} if it is new
     * @param token what the page's html was given, or {@code null}
     * @param node the run of the server that welcomed the page last, or {@code null} if it is new
     * @param receipts what the page was given for rooms that it was let into since, by room, unmodifiable
     */
    record Hello(
            String page,
            @Nullable String lang,
            long done,
            @Nullable Position position,
            @Nullable String token,
            @Nullable String node,
            Map<String, String> receipts)
            implements ClientEvent {}

    /**
     * A call of a handler.
     *
     * @param id the call's number, rising within a page; 0 in {@link Dialect#V1}, which has none
     * @param function the handler's name
     * @param data values by key, unmodifiable
     * @param form each field's values in the order of the form, unmodifiable
     * @param lang the page's language tag, or {@code null}
     * @param done the id of the last call whose reply, and those of all before, have arrived
     * @param untouched the names of the form's fields in which the user has not been yet, unmodifiable; empty in {@link
     *     Dialect#V1}, which does not tell
     */
    record Call(
            long id,
            String function,
            Map<String, Object> data,
            Map<String, List<String>> form,
            @Nullable String lang,
            long done,
            Set<String> untouched)
            implements ClientEvent {}

    /** Asks for a sign of life. */
    record Ping() implements ClientEvent {}

    /** Is one. */
    record Pong() implements ClientEvent {}

    /**
     * Something that cannot be read.
     *
     * @param reason what was expected and what came, for the log; it has no text of the browser's in it
     * @param call the call that it would have been, where so much could be read, else {@code null}
     */
    record Malformed(String reason, @Nullable Long call) implements ClientEvent {}
}

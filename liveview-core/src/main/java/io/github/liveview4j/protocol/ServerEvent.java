package io.github.liveview4j.protocol;

import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server says. Every message in it has been rendered: it carries markup, not a template. */
public sealed interface ServerEvent {

    /**
     * Answers a hello.
     *
     * @param heartbeatMillis after how much silence the browser asks for a sign of life, in milliseconds
     * @param resumed whether this node remembers the page
     * @param node names this run of the server, for the page to say when it comes back
     * @param position where the page stands from now on
     * @param resync whether it cannot be proved that the page has everything up to there, so that it has to fetch itself
     * @param assets the id of this server's static resources, or {@code null} where there is none
     */
    record Welcome(
            long heartbeatMillis,
            boolean resumed,
            String node,
            Position position,
            boolean resync,
            @Nullable String assets)
            implements ServerEvent {}

    /**
     * Tells a page that it is in another room.
     *
     * @param room the room
     * @param receipt what the page shows when it comes back, to any node
     * @param position from where on it gets what is said there
     */
    record Joined(String room, String receipt, Position position) implements ServerEvent {}

    /**
     * Tells a page that it has left a room.
     *
     * @param room the room
     */
    record Left(String room) implements ServerEvent {}

    /**
     * Tells a page to fetch itself, because history was lost.
     *
     * @param position where the page stands from now on
     */
    record Resync(Position position) implements ServerEvent {}

    /**
     * Asks for a sign of life, and says how far the page has come.
     *
     * @param position everything for the page up to here was sent before
     */
    record Ping(Position position) implements ServerEvent {}

    /**
     * Ends a call.
     *
     * @param id the call
     * @param messages what the page applies as one step; empty where there is an error
     * @param problem what went wrong, or {@code null}
     */
    record Reply(
            long id,
            List<LiveViewMessage> messages,
            @Nullable Problem problem) implements ServerEvent {}

    /**
     * Changes the page.
     *
     * @param messages what the page applies as one step
     * @param call the running call that sent it, or {@code null} for a push
     * @param number counts the updates of one call from 1; 0 for a push
     */
    record Update(List<LiveViewMessage> messages, @Nullable Long call, int number) implements ServerEvent {

        /** Makes a push that belongs to no call. */
        public static Update push(List<LiveViewMessage> messages) {
            return new Update(messages, null, 0);
        }
    }

    /**
     * Says that a frame could not be read or was out of place.
     *
     * @param problem what was wrong
     */
    record Failure(Problem problem) implements ServerEvent {}

    /** Answers a ping. */
    record Pong() implements ServerEvent {}

    /**
     * What a browser learns of an error: a code from a closed list, and where the log has the cause.
     *
     * @param code one of {@link ErrorCode}, or an application's own
     * @param ref the reference in the log, or {@code null} where nothing was logged
     * @param function the handler's name, or {@code null} where no known handler was called
     */
    record Problem(
            String code, @Nullable String ref, @Nullable String function) {}
}

package io.github.liveview4j;

/**
 * Says whether the page behind a connection may still act as who it was when it connected.
 *
 * <p>Who somebody is, is settled at the handshake; that it still holds is asked before every call, on its thread, and once more
 * right before its handler runs, and of every open connection every few seconds. A bean of the
 * library's own looks at the HTTP session, and at what Spring Security keeps in it. An application adds a bean for what only it knows:
 *
 * <pre>{@code
 * @Bean
 * AccessCheck notLockedOut(Accounts accounts) {
 *     return handshake -> handshake.user().map(user -> !accounts.isLocked(user.getName())).orElse(true);
 * }
 * }</pre>
 *
 * <p>All beans have to agree. Where one does not, the call is answered with the code {@code signed_out}, and the connection is
 * closed (4401); the page comes back by a new handshake, as whoever it is by then. Where one fails, the call is answered with
 * {@code unavailable}, its handler is not run, and the connection stays: not to know is no reason to lose what somebody typed.
 *
 * <p>Called by many threads at the same time, and often: what asks another system should remember the answer for a moment.
 */
@FunctionalInterface
public interface AccessCheck {

    /**
     * Tells whether the page may still act.
     *
     * @param handshake what was known when the page connected
     * @return {@code false} to refuse its calls and to close its connection
     */
    boolean holds(LiveViewHandshake handshake);
}

/**
 * Pushes and Spring's transactions: what is said inside one is heard when it is committed.
 *
 * <p>{@link io.github.liveview4j.spring.transaction.AfterCommit} is asked for every broadcast. Where a transaction is open on the
 * thread, the broadcast joins the others of that transaction and goes out with them after the commit; elsewhere it goes at once.
 * Rendering and encoding are over by then.
 *
 * <p>Public because the auto-configuration wires it; an application meets none of it. It is the only package that knows
 * spring-tx, and works without.
 */
@NullMarked
package io.github.liveview4j.spring.transaction;

import org.jspecify.annotations.NullMarked;

package io.github.liveview4j.examples.scenarios.typing;

/** An area of which the inside is replaced. */
class TypingWhileInsideIsRenewedBrowserTests extends RenewedAreaTest {

    TypingWhileInsideIsRenewedBrowserTests() {
        super("Renew the inside");
    }
}

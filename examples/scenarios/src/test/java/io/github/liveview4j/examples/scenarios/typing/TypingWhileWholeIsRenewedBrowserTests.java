package io.github.liveview4j.examples.scenarios.typing;

/** An area that is replaced as a whole. */
class TypingWhileWholeIsRenewedBrowserTests extends RenewedAreaTest {

    TypingWhileWholeIsRenewedBrowserTests() {
        super("Renew all of it");
    }
}

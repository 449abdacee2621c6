package io.github.liveview4j.examples.reliability.node;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;

/** What pages call. */
class Calls {

    private final LedgerClient ledger;

    Calls(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** Counts its run under the call's key. */
    @LiveViewHandler("run_once")
    void runOnce(LiveViewContent content) {
        ledger.ran(content.data("key"));
    }
}

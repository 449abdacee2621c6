package io.github.liveview4j.spring.scope.shop;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;

/** A handler of all pages that works with what is one page's. */
class Checkout {

    private final ScopeApplication.Totals totals;

    Checkout(ScopeApplication.Totals totals) {
        this.totals = totals;
    }

    @LiveViewHandler
    LiveViewMessage total() {
        return replace("#total").text(String.valueOf(totals.total()));
    }

    @LiveViewHandler
    void tellEveryone(LiveViewConsumer consumer) {
        consumer.broadcast(replace("#items").template("scope :: items").with("by", "a broadcast"));
    }
}

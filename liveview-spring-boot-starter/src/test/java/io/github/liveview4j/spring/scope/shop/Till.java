package io.github.liveview4j.spring.scope.shop;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.spring.scope.LiveViewScope;
import org.springframework.security.access.prepost.PreAuthorize;

/** The state of a page around whose methods interceptors are put. */
@LiveViewScope
class Till {

    private int coins;

    @LiveViewHandler
    @PreAuthorize("permitAll()")
    LiveViewMessage pay() {
        coins++;
        return replace("#coins").text(String.valueOf(coins));
    }

    @LiveViewHandler
    @PreAuthorize("hasRole('CLERK')")
    void empty() {
        coins = 0;
    }

    @LiveViewHandler
    private void hide() {
        coins = -1;
    }
}

package io.github.liveview4j.examples.scenarios.pagestate;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.spring.scope.LiveViewScope;
import org.springframework.context.annotation.Profile;

/** Not in the other scenarios, whose pages need not fetch themselves after a restart. */
@LiveViewScope
@Profile("page-state")
class Tally {

    private int count;

    @LiveViewHandler("count_for_page")
    LiveViewMessage count() {
        count++;
        return replace("#count").text(String.valueOf(count));
    }
}

package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.spring.scope.LiveViewScope;

@LiveViewScope
class Tally {

    private int count;

    @LiveViewHandler
    LiveViewMessage countOne() {
        count++;
        return replace("#count").text(String.valueOf(count));
    }
}

package io.github.liveview4j.examples.benchmark.library;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;

class Greetings {

    private final LiveViewBroadcaster live;

    Greetings(LiveViewBroadcaster live) {
        this.live = live;
    }

    @LiveViewHandler("say_hello")
    void sayHello(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#greeting")
                .template("hello")
                .with("name", content.form("name", ""))
                .with("room", "bench"));
    }

    @LiveViewHandler("notify_all")
    void notifyAll(LiveViewContent content) {
        live.broadcast(append("#notifications").template("note").with("text", content.form("text", "")));
    }
}

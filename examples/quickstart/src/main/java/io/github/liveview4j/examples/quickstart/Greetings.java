package io.github.liveview4j.examples.quickstart;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;

class Greetings {

    @LiveViewHandler("say_hello")
    void sayHello(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#greeting").template("hello :: greeting").with("name", content.form("name", "World")));
    }
}

package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.error;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.prepend;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class Stock {

    private final Map<Integer, Integer> pieces = new ConcurrentHashMap<>(Map.of(7, 1));

    @LiveViewHandler
    LiveViewMessage take(LiveViewContent content) {
        int article = content.data("article", 0);
        Integer left = pieces.computeIfPresent(article, (id, count) -> count - 1);
        if (left == null || left < 0) {
            throw new SoldOutException(article);
        }
        return replace("#pieces-" + article).text(String.valueOf(left));
    }

    @LiveViewHandler
    List<LiveViewMessage> bring(Map<String, Object> content) {
        pieces.put(7, 1);
        return List.of(
                prepend("#news").html("<li>Fresh supplies</li>"),
                element("#take").attribute("disabled", null).addClass("fresh"),
                page().title("In stock").event("stock:changed", Map.of("article", 7)));
    }

    @LiveViewHandler("close_stock")
    void close(LiveViewConsumer consumer) {
        if (consumer.user().isEmpty()) {
            consumer.send(error("Only staff may close the stock"));
            return;
        }
        pieces.clear();
    }
}

package io.github.liveview4j.spring.thymeleaf.shop;

import io.github.liveview4j.LiveViewConsumer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Pages that a handler kept to send to them later, by room. */
public class KeptPages {

    private final Map<String, LiveViewConsumer> pages = new ConcurrentHashMap<>();

    void keep(LiveViewConsumer page) {
        pages.put(page.room(), page);
    }

    public LiveViewConsumer of(String room) {
        return Objects.requireNonNull(pages.get(room), room);
    }
}

package io.github.liveview4j.spring.scope.shop;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.spring.scope.LiveViewScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

/** The state of a page, with no annotation but that of the scope, and nothing public. */
@LiveViewScope
class Cart {

    private final LiveViewConsumer page;
    private final ScopeApplication.Diary diary;
    private int items;

    Cart(LiveViewConsumer page, ScopeApplication.Diary diary) {
        this.page = page;
        this.diary = diary;
    }

    @PostConstruct
    private void made() {
        diary.lines.add("made in " + page.room());
    }

    @PreDestroy
    private void destroyed() {
        diary.lines.add("destroyed with " + items);
    }

    /** Public for templates, which see nothing else. */
    public int items() {
        return items;
    }

    @LiveViewHandler("add")
    private LiveViewMessage add(LiveViewContent content) {
        items++;
        return replace("#items").text(items + content.form("suffix", ""));
    }

    @LiveViewHandler
    void addLater() {
        page.send(replace("#items").text("wait"));
        Thread later = new Thread(
                () -> page.send(replace("#items").template("scope :: items").with("by", "a thread")));
        later.start();
    }

    @LiveViewHandler
    LiveViewMessage shown() {
        return replace("#items").template("scope :: items").with("by", "a call");
    }
}

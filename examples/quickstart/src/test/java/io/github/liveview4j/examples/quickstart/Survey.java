package io.github.liveview4j.examples.quickstart;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewPage;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * A page with fields of every kind, and lists that grow: what the tests of lost connections look at. All that it knows is in
 * memory, so a server that was started again shows something else.
 */
@Controller
class Survey {

    private static final String FOLLOWERS = "followers";
    private static final String NEWS = "news";

    private final String run = UUID.randomUUID().toString();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final LiveViewBroadcaster live;
    private volatile Runnable whileItIsLoaded = () -> {};

    Survey(LiveViewBroadcaster live) {
        this.live = live;
    }

    @GetMapping("/survey")
    String survey(LiveViewPage page, Model model) {
        page.join(FOLLOWERS);
        whileItIsLoaded.run();
        model.addAttribute("run", run).addAttribute("notes", notes);
        return "survey";
    }

    /** Does something while the next pages are made, before they look at what there is. */
    void whileItIsLoaded(Runnable action) {
        whileItIsLoaded = action;
    }

    /** Kept first and told then. The fragment has an id. */
    void note(String note) {
        notes.add(note);
        live.to(room(FOLLOWERS))
                .send(append("#notes").template("survey :: note").with("note", note));
    }

    /** To those who follow the page, kept nowhere and without an id: what comes twice stands there twice. */
    void tick(String text) {
        live.to(room(FOLLOWERS)).send(line("#ticks", text));
    }

    /** To those who want the news. */
    void news(String text) {
        live.to(room(NEWS)).send(line("#news", text));
    }

    @LiveViewHandler("answer")
    void answer(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#answer").text(content.form("name", "") + ", " + content.form("drink", "")));
    }

    @LiveViewHandler("tick_others")
    void tickOthers(LiveViewConsumer consumer) {
        live.to(room(FOLLOWERS)).except(consumer).send(line("#ticks", "not for the sender"));
    }

    @LiveViewHandler("join_news")
    void joinNews(LiveViewConsumer consumer) {
        consumer.join(NEWS);
        news("joined");
    }

    @LiveViewHandler("leave_news")
    void leaveNews(LiveViewConsumer consumer) {
        consumer.leave(NEWS);
        tick("left");
    }

    private static LiveViewMessage line(String target, String text) {
        return append(target).template("survey :: line").with("text", text);
    }
}

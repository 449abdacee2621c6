package io.github.liveview4j.examples.showcase.docs;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.spring.scope.LiveViewScope;
import java.security.Principal;

@LiveViewScope
class CommentDraft {

    private final Drafts drafts;
    private final String user;
    private int article;
    private String text = "";

    CommentDraft(LiveViewConsumer page, Drafts drafts) {
        this.user = page.user().map(Principal::getName).orElseThrow();
        this.drafts = drafts;
    }

    @LiveViewHandler("show_draft")
    LiveViewMessage show(LiveViewContent content) {
        article = content.data("article", 0);
        text = drafts.find(user, article);
        return replace("#draft").text(text);
    }

    @LiveViewHandler("add_to_draft")
    LiveViewMessage add(LiveViewContent content) {
        text = text + content.form("sentence").strip() + " ";
        drafts.save(user, article, text);
        return replace("#draft").text(text);
    }
}

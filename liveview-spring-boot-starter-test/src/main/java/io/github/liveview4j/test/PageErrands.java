package io.github.liveview4j.test;

import io.github.liveview4j.test.TestBrowser.Answer;
import io.github.liveview4j.test.TestBrowser.Question;
import org.jsoup.nodes.Element;

/**
 * What a page does by itself that needs a request: load itself anew, fetch its html, come back. Each on a thread of its own, as the
 * frame that asks for it may come on any, and with the lock held.
 *
 * <p>Guarded by the lock of its page, but for the errands themselves, which take it where they need it.
 */
final class PageErrands {

    private final LivePage page;
    private int underWay;

    PageErrands(LivePage page) {
        this.page = page;
    }

    boolean isBusy() {
        return underWay > 0;
    }

    /** Loads the page anew, as another one to the server. */
    void reload() {
        begin(() -> {
            page.drop();
            Answer answer = page.browser().load(Question.get(page.locked(page::url)));
            page.locked(() -> page.take(answer));
            page.connect();
            page.locked(() -> page.updates().begin());
        });
    }

    /** Connects anew, where only another handshake helps. */
    void comeBack() {
        begin(() -> {
            page.drop();
            page.connect();
        });
    }

    /** Fetches the page, which may have missed something, and takes its html over. */
    void fetch() {
        page.position().freeze();
        begin(() -> {
            Answer answer = page.browser().load(Question.get(page.locked(page::url)));
            page.locked(() -> takeOver(answer));
        });
    }

    private boolean takeOver(Answer answer) {
        Element script =
                answer.status() == 200 ? page.document().takeOver(answer.html()).selectFirst(LoadedPage.SCRIPT) : null;
        page.position()
                .thaw(
                        script == null ? null : LoadedPage.attribute(script, "data-position"),
                        script == null ? null : LoadedPage.attribute(script, "data-token"));
        if (script == null) {
            page.report().failed(new PageFailure("stale", null, null, null, null));
        } else {
            page.updates().renewed();
        }
        return page.outbound().hello(false);
    }

    private void begin(Runnable errand) {
        underWay++;
        PageThreads.EXECUTOR.execute(() -> {
            try {
                errand.run();
                page.drain();
            } catch (RuntimeException | AssertionError e) {
                page.fail(new PageFailure("stale", null, null, null, e));
            } finally {
                page.changing(() -> underWay--);
            }
        });
    }
}

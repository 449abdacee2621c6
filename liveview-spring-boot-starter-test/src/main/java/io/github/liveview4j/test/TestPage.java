package io.github.liveview4j.test;

import io.github.liveview4j.test.TestBrowser.Question;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.AssertProvider;
import org.jsoup.nodes.Document;

/**
 * A live page that is open in a test: what its user sees and does.
 *
 * <pre>{@code
 * TestPage page = tester.open("/");
 * page.element("#name").change("Ana");
 * page.element("form").submit();
 * assertThat(page).element("#greeting").hasText("Hello, Ana");
 * }</pre>
 *
 * <p>What the user does returns when the server has answered; the handler has then run, on the thread of the test. What comes
 * otherwise, as broadcasts do, changes the page when it comes, and assertions wait for it. A call that fails for a mistake, such as
 * an exception that no resolver answers, is an {@link AssertionError} with the exception as its cause; an error code of the
 * application's own is not, see {@link #failures()}.
 *
 * <p>Made by {@link LiveViewTester#open}, and closed when the test has ended. Any thread may look; one thread at a time may do
 * something.
 */
public final class TestPage implements AssertProvider<TestPageAssert>, AutoCloseable {

    private final LivePage page;
    private final PageUser user;
    private final Function<Question, TestPage> opener;

    TestPage(LivePage page, Function<Question, TestPage> opener) {
        this.page = page;
        this.user = new PageUser(page);
        this.opener = opener;
    }

    /**
     * Names an element; it is looked for when something is done to it or asserted of it.
     *
     * @param selector a CSS selector, as jsoup reads it: {@code button:contains(Save)} is one; exactly one element is to match
     */
    public TestElement element(String selector) {
        return new TestElement(page, user, selector);
    }

    /** Returns the html of the page as it is now. */
    public String html() {
        return page.locked(() -> page.document().document().outerHtml());
    }

    /** Returns a copy of the document as it is now, to be looked into with jsoup. What is typed is not in it. */
    public Document document() {
        return page.locked(() -> page.document().document().clone());
    }

    /** Returns the page's title as it is now. */
    public String title() {
        return page.locked(() -> page.document().document().title());
    }

    /** Returns the page's address as it is now, without the origin. */
    public String url() {
        return page.locked(page::url);
    }

    /** Returns the id of the page, as {@link io.github.liveview4j.LiveViewConsumer#id()} has it. */
    public String id() {
        return page.locked(page::id);
    }

    /** Returns whom the server takes the page's user for; empty for an anonymous page, and for one that has no connection. */
    public Optional<String> user() {
        return page.locked(() -> Optional.ofNullable(page.socket()).flatMap(PageSocket::user));
    }

    /** Returns whether the page is connected. */
    public boolean isConnected() {
        return page.locked(page::isConnected);
    }

    /** Returns where the page has gone: by a redirect, a link, or a form that the browser has sent itself; empty while it is there. */
    public Optional<String> redirectedTo() {
        return page.locked(() -> Optional.ofNullable(page.destination()).map(Question::url));
    }

    /** Opens the page that this one has gone to, as the same user in the same HTTP session. */
    public TestPage follow() {
        Question destination = page.locked(page::destination);
        if (destination == null) {
            throw new AssertionError(
                    "Expected the page to have been left, by a redirect, a link or a form; got " + url());
        }
        return opener.apply(destination);
    }

    /** Opens another page in another tab, as the same user in the same HTTP session. */
    public TestPage open(String url) {
        return opener.apply(Question.get(url));
    }

    /** Returns the DOM events that the server has sent so far, in order. */
    public List<PageEvent> events() {
        return page.locked(() -> page.report().events());
    }

    /** Returns the errors that the page was told of so far, in order. */
    public List<PageFailure> failures() {
        return page.locked(() -> page.report().failures());
    }

    /** Returns what was to be read out so far, in order. */
    public List<String> announcements() {
        return page.locked(() -> page.report().announced());
    }

    /**
     * Returns what looks like a mistake: an id that stands twice, a handler that is named in the html and not there, an update
     * whose target matches nothing. Each is told once, and stands in the log as well.
     */
    public List<String> warnings() {
        return page.locked(() -> page.report().warnings());
    }

    /** Loses the connection, as a phone in a tunnel does. What is done meanwhile waits for {@link #reconnect()}. */
    public void disconnect() {
        page.drop();
    }

    /** Comes back over a new connection, as the same page; what it has missed is there when this method returns. */
    public void reconnect() {
        page.reconnect();
    }

    /** Closes the tab. A second call does nothing. */
    @Override
    public void close() {
        page.drop();
    }

    /** For {@code org.assertj.core.api.Assertions.assertThat(page)}. */
    @Override
    public TestPageAssert assertThat() {
        return new TestPageAssert(this);
    }

    LivePage live() {
        return page;
    }

    @Override
    public String toString() {
        return "page " + url();
    }
}

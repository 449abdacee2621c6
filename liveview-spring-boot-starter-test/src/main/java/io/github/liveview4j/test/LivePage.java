package io.github.liveview4j.test;

import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.test.TestBrowser.Answer;
import io.github.liveview4j.test.TestBrowser.Question;
import io.github.liveview4j.test.html.LiveDocument;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page with its connection: the client's {@code connection.js}.
 *
 * <p>One lock guards all of it. Frames of the server are taken on the thread that sends them, so that the document has changed when a
 * handler has ended; what the page sends goes out without the lock, on the thread of the test where that is at it, else on one of {@link
 * PageThreads}. Methods say whether they want the lock; those of the test's side take it. For any thread.
 */
final class LivePage implements PageSocket.Page {

    private final PageLock lock = new PageLock();
    private final TestBrowser browser;
    private final PageSettings settings;
    private final CallFailures causes;
    private final PageReport report;
    private final PageErrands errands = new PageErrands(this);
    private PageParts parts;
    private String url;
    private @Nullable Question destination;

    // Of one connection.
    private @Nullable PageSocket socket;
    private boolean connected;
    private long pings;
    private long pongs;

    private LivePage(
            Answer answer, TestBrowser browser, PageSettings settings, CallFailures causes, HandlerNames handlers) {
        this.browser = browser;
        this.settings = settings;
        this.causes = causes;
        this.report = new PageReport(handlers);
        this.url = answer.url();
        this.parts = PageParts.of(this, LoadedPage.of(answer, settings.path()), report, causes);
    }

    /** Opens a page and returns when it is connected and has made its first calls. */
    static LivePage open(
            Question question, TestBrowser browser, PageSettings settings, CallFailures causes, HandlerNames handlers) {
        LivePage page = new LivePage(browser.load(question), browser, settings, causes, handlers);
        page.connect();
        page.settle("Opening " + page.url, page.locked(() -> page.updates().begin()));
        return page;
    }

    // The test's side, without the lock.

    /** Comes back over a new connection, as the same page. */
    void reconnect() {
        locked(() -> expectPresence());
        drop();
        connect();
        settle("Coming back to " + url, List.of());
    }

    /** Loses the connection. */
    void drop() {
        PageSocket gone = changing(this::unplug);
        if (gone != null) {
            gone.drop();
        }
    }

    /** Looks at the page or does something to it; what is to be sent afterwards goes out by {@link #settle}. */
    <T extends @Nullable Object> T locked(Supplier<T> act) {
        return lock.locked(act);
    }

    /** Does something that others may wait for. */
    <T extends @Nullable Object> T changing(Supplier<T> act) {
        return lock.changing(act);
    }

    private boolean await(BooleanSupplier condition) {
        return lock.await(settings.timeout(), condition);
    }

    /** Waits until something is so, looking again after every change, or until nothing can come any more. */
    boolean awaitWhileOpen(BooleanSupplier condition) {
        boolean[] holds = {false};
        await(() -> {
            holds[0] = condition.getAsBoolean();
            return holds[0] || (!connected && !errands.isBusy());
        });
        return holds[0];
    }

    /**
     * Has the calls made that were set off just now, and throws where one has failed by mistake. The answer of a handler that answers
     * later is not waited for: a ping is sent behind the calls, and what has been answered by then is here before its pong.
     */
    void settle(String what, List<PageCall> made) {
        long mine = locked(() -> {
            outbound().post(Map.of("type", "ping"));
            return ++pings;
        });
        drain();
        boolean isDone = await(() -> !errands.isBusy() && (!connected || pongs >= mine));
        for (PageCall call : made) {
            PageFailure failure = locked(call::failure);
            if (failure != null && failure.isMistake()) {
                throw new AssertionError(what + ": " + failure, failure.cause());
            }
        }
        if (!isDone) {
            throw new AssertionError(
                    what + ": no answer within " + settings.timeout().toMillis() + " ms");
        }
        guard();
    }

    /** Throws if warnings are errors and there are some. */
    void guard() {
        List<String> warnings = locked(report::warnings);
        if (settings.failOnWarnings() && !warnings.isEmpty()) {
            throw new AssertionError("Expected no warnings of " + url + ", got\n  " + String.join("\n  ", warnings));
        }
    }

    void connect() {
        PageSocket next = new PageSocket(this);
        String address = locked(() -> {
            socket = next;
            pongs = pings;
            return parts.loaded().socketAddress();
        });
        int status = browser.connect(address, next);
        if (!next.isUpgraded()) {
            throw new AssertionError("The handshake at " + address + " was refused with the status " + status
                    + ", as a browser's would be; the log has the reason");
        }
        locked(() -> outbound().hello(true));
        next.drain();
        if (!await(() -> destination != null || (connected && !position().isAsking()))) {
            throw new AssertionError("The page " + url + " was not welcomed within "
                    + settings.timeout().toMillis() + " ms");
        }
    }

    PageSettings settings() {
        return settings;
    }

    TestBrowser browser() {
        return browser;
    }

    // The page's side, with the lock.

    boolean expectPresence() {
        if (destination != null) {
            throw new AssertionError("The page has been left for " + destination.url() + "; follow() goes there");
        }
        return true;
    }

    /** Notes an error and has everybody look who waits for one. */
    void fail(PageFailure failure) {
        changing(() -> {
            report.failed(failure);
            return failure;
        });
    }

    /** Gives the server what is in line, on this thread. */
    void drain() {
        PageSocket current = locked(() -> socket);
        if (current != null) {
            current.drain();
        }
    }

    PageOutbound outbound() {
        return parts.outbound();
    }

    PagePosition position() {
        return parts.position();
    }

    PageErrands errands() {
        return errands;
    }

    PageReport report() {
        return report;
    }

    LiveDocument document() {
        return parts.loaded().document();
    }

    PageUpdates updates() {
        return parts.updates();
    }

    String id() {
        return parts.loaded().id();
    }

    String language() {
        return parts.loaded().language();
    }

    String url() {
        return url;
    }

    void url(String next) {
        url = TestBrowser.resolve(url, next);
    }

    boolean isConnected() {
        return connected;
    }

    @Nullable
    PageSocket socket() {
        return socket;
    }

    /** Returns where the page has gone to, or {@code null} while it is there. */
    @Nullable
    Question destination() {
        return destination;
    }

    /** Leaves for somewhere else. */
    void leave(Question to) {
        destination = to;
        PageSocket last = unplug();
        if (last != null) {
            PageThreads.EXECUTOR.execute(last::drop);
        }
    }

    private @Nullable PageSocket unplug() {
        PageSocket last = socket;
        socket = null;
        connected = false;
        return last;
    }

    /** Becomes another page to the server. */
    boolean take(Answer answer) {
        parts = PageParts.of(this, LoadedPage.of(answer, settings.path()), report, causes);
        url = answer.url();
        return true;
    }

    void connected() {
        connected = true;
    }

    void ponged() {
        pongs++;
    }

    // The server's side.

    @Override
    public void arrived(PageSocket from, String frame) {
        changing(() -> {
            if (from == socket) {
                parts.inbound().receive(frame);
            }
            return from;
        });
        from.drainSoon();
    }

    @Override
    public void lost(PageSocket from, CloseReason reason) {
        changing(() -> {
            if (from == socket) {
                unplug();
                report.failed(new PageFailure("closed", reason.code() + " " + reason.text(), null, null, null));
            }
            return from;
        });
    }
}
